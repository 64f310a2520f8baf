"""The first files of something new: what they hold, and where they belong. Nothing that is there is written over."""
