"""Nothing is claimed by residue, picture credits or biographies; damage inside a sentence leaves its claims."""

from auditor.audit import read_article
from auditor.checks.residue import STORY
from auditor.model import ClaimKind
from auditor.reading import make_document


def claimed(text: str) -> list[str]:
    return [claim.span.text for claim in read_article(make_document("a", text)).claims]


def test_a_biography_claims_nothing() -> None:
    told = claimed(STORY)
    assert (
        claimed(f"{STORY}\n\nAuthor\n\n• Dr. Nadia Haddad\n\nShe is a second-year Ph.D. candidate since May 2020.")
        == told
    )


def test_furniture_claims_nothing() -> None:
    told = claimed(f"{STORY}\n\nNobody was hurt.\n\nNobody came.")
    for line in (
        "Photo: Ilan Moe/Veldran Press Agency, 3 May 2021",
        "Read also: “We will rebuild”, says mayor, three years on",
        "Updated: 4 May 2023 at 10:31 GMT",
        "© 2023 Mariel Post. All rights reserved.",
        "(Reporting by Nadia Haddad in May 2021; Editing by Ilan Moe)",
    ):
        assert claimed(f"{STORY}\n\nNobody was hurt.\n\n{line}\n\nNobody came.") == told, line


def test_damage_leaves_the_sentence() -> None:
    text = f"{STORY}\n\nThe portâ€™s wall fell on 3 May 2021,&nbsp;the office said."
    article = read_article(make_document("a", text))
    assert [piece.kind for piece in article.residue] == ["encoding-damage", "markup"]
    assert [piece.replacement for piece in article.residue] == ["’", "\xa0"]
    assert "2021-05-03" in {getattr(c.value, "value", "") for c in article.claims if c.kind == ClaimKind.DATE}
