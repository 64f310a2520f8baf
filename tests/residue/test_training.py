"""The command that fits the weights, on a few invented pages; skipped where scikit-learn is not installed."""

import json
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

from auditor.residue.scorer import own_scores, weights
from auditor.residue.training import main, pages

MENU = ["Home", "News", "Sport", "Subscribe", "Log in", "Share"]
PROSE = [
    "The harbour was closed on Monday after a storm broke its northern wall, the port office said in the evening.",
    "Repairs will take until autumn, and the fishing fleet has moved to the next bay for the time being.",
]


def page(number: int) -> dict[str, object]:
    lines = [(line, "residue") for line in MENU] + [(line, "content") for line in PROSE] + [("Who knows", "unsure")]
    text, places = "", []
    for line, label in lines:
        places.append({"start": len(text), "end": len(text) + len(line), "label": label})
        text += line + "\n"
    return {"doc_id": str(number), "domain": f"site{number}.example", "text": text, "lines": places}


def test_fits_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = tmp_path / "data.jsonl", tmp_path / "weights.tsv"
    data.write_text("\n".join(json.dumps(page(number)) for number in range(20)), encoding="utf-8")
    main([str(data), "--out", str(out)])
    rows = [row.split("\t") for row in out.read_text(encoding="utf-8").splitlines() if not row.startswith("# ")]
    fitted = {(part, name): float(weight) for part, name, weight in rows}
    own = {name: weight for (part, name), weight in fitted.items() if part == "own"}
    furniture, prose = own_scores([MENU[3], PROSE[0]], own)[0]
    assert furniture > 0 > prose
    assert "F1" in capsys.readouterr().out
    assert len(rows) < len(weights()[0])


def test_reads_labels(tmp_path: Path) -> None:
    data = tmp_path / "data.jsonl"
    data.write_text(json.dumps(page(1)), encoding="utf-8")
    (only,) = pages([data])
    assert only.labels == [1] * len(MENU) + [0] * len(PROSE) + [-1]
    assert only.site == "site1.example"
