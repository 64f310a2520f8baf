"""What is known beside the articles: tables of dated facts, each row with its source and the day it was looked up.

A table tells who held an office from when to when, when an event was, how large a figure is at least, how a name is spelled.
``rows`` says what a row is and how rows are found, ``tables`` reads them from files, ``faults`` says what is wrong with one.
Nothing here reads an article; ``checks/reference`` holds articles against tables, ``story/dating`` dates them by them.
"""
