"""Work on a Dask cluster: of processes of this machine, and of one that runs already."""

from __future__ import annotations

import importlib
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytest.importorskip("distributed", reason="the extra dask is not installed")

from auditor.audit import audit
from auditor.catalogue import catalogue
from auditor.engines import dask, flow
from auditor.engines.choice import opened
from auditor.engines.local import mapped
from auditor.engines.trouble import EngineError, WorkerDied
from auditor.model import Document
from auditor.reading import make_document
from auditor.reports.json import render
from auditor.steps.carrying import Engine
from auditor.store.provenance import kit
from auditor.store.shelf import Shelf

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]

STEPS = """
import os, signal, time
from dataclasses import dataclass

def square(number):
    return number * number

def slow(number):
    time.sleep(0.02)
    return os.getpid(), number

def fail(number):
    if number == 7:
        raise ValueError("seven")
    return number

@dataclass
class Task:
    documents: tuple
    deadly: bool

def die(task):
    if task.deadly:
        os.kill(os.getpid(), signal.SIGKILL)
    return task.documents
"""
"""What the workers carry out: they have to be able to import it."""


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("steps")
    (folder / "steps_of_the_test.py").write_text(STEPS)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield importlib.import_module("steps_of_the_test")


@pytest.fixture(scope="module")
def client(steps: ModuleType) -> Iterator[Any]:
    """A client of a cluster of two processes."""
    with dask.local(2) as engine:
        yield engine._client()


def engine_of(client: Any, chunk: int = 0, *, shares_files: bool = True) -> dask.Dask:
    return dask.Dask(lambda: client, shares_files=shares_files, chunk=chunk)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """The beginnings of articles that disagree, of each two, one of them alone in its group."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    return [
        make_document(f"{number}-{cut}", text[: 1800 - 600 * cut], group=str(number) if cut else "all")
        for number, text in enumerate(texts)
        for cut in range(2)
    ]


def told(documents: list[Document], engine: Engine, shelves: type = dict) -> str:
    return render(audit(documents, catalogue().checks, engine=engine, shelves=shelves))


@pytest.fixture(scope="module")
def expected(documents: list[Document]) -> str:
    """The report as it is made in this process."""
    return told(documents, partial(mapped, jobs=1))


@pytest.mark.parametrize("chunk", [0, 1, 7, 100])
def test_results_come_in_the_order_of_the_tasks(client: Any, steps: ModuleType, chunk: int) -> None:
    assert list(engine_of(client, chunk)(steps.square, range(40))) == [number * number for number in range(40)]


def test_nothing_is_made_of_no_task(client: Any, steps: ModuleType) -> None:
    assert list(engine_of(client)(steps.square, [])) == []


def test_what_a_step_raises_is_raised_here(client: Any, steps: ModuleType) -> None:
    with pytest.raises(ValueError, match="seven"):
        list(engine_of(client)(steps.fail, range(40)))


def test_a_step_that_cannot_travel_is_carried_out_here(client: Any) -> None:
    assert list(engine_of(client)(lambda number: number + 1, range(40))) == list(range(1, 41))


def test_two_runs_at_a_time_do_not_mix(client: Any, steps: ModuleType) -> None:
    squares, numbers = engine_of(client)(steps.square, range(20)), engine_of(client)(steps.fail, range(6))
    assert list(zip(squares, numbers, strict=False)) == [(number * number, number) for number in range(6)]


def test_a_worker_that_is_killed_changes_nothing(client: Any, steps: ModuleType) -> None:
    made = engine_of(client, 2)(steps.slow, range(200))
    first = [next(made) for _ in range(4)]
    os.kill(first[0][0], signal.SIGKILL)
    assert [number for _, number in (*first, *made)] == list(range(200))


def test_what_kills_every_worker_is_named(client: Any, steps: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client.cluster.scheduler, "allowed_failures", 0)
    tasks = [steps.Task((name,), name == "c.txt") for name in ("a.txt", "b.txt", "c.txt", "d.txt")]
    with pytest.raises(WorkerDied, match=r"again at the work on c\.txt, most likely"):
        list(engine_of(client, 2)(steps.die, tasks))


@pytest.mark.parametrize(("chunk", "shares_files"), [(0, True), (3, False)])
def test_two_workers_make_the_same_bytes(
    client: Any, documents: list[Document], expected: str, chunk: int, shares_files: bool
) -> None:
    shuffled = random.Random(chunk).sample(documents, len(documents))
    assert told(shuffled, engine_of(client, chunk, shares_files=shares_files), Shelf) == expected


def test_the_command_makes_the_same_bytes_with_one_worker_and_cache(
    run: Run, tmp_path: Path, documents: list[Document]
) -> None:
    rows = [json.dumps({"id": one.id, "text": one.text, "group": one.group}) for one in documents]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    command = ("check", "rows.jsonl", "--report", "json", "--cache-dir", "kept")
    cold = run(*command, "--engine", "dask")
    warm = run(*command, "--engine", "dask")
    here = run(*command, "--no-cache")
    assert {(one.stdout, one.stderr, one.returncode) for one in (cold, warm)} == {(here.stdout, "", here.returncode)}
    assert "conflicting-" in here.stdout


@pytest.fixture(scope="module")
def address(steps: ModuleType) -> Iterator[str]:
    """The address of a cluster that runs already."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=1, processes=False, protocol="tcp", host="127.0.0.1", dashboard_address=":0", silence_logs=60
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_that_runs_already_makes_the_same_bytes(
    address: str, documents: list[Document], expected: str
) -> None:
    with opened(f"dask={address}", kit=kit) as engine:
        assert not engine.shares_files
        assert told(documents, engine, Shelf) == expected


COUNTED: list[str] = []


def other_each_time() -> dict[str, str]:
    COUNTED.append("")
    return {"auditor": f"0.{len(COUNTED)}"}


def test_a_worker_of_another_version_is_told(address: str, steps: ModuleType) -> None:
    with (
        opened(f"dask={address}", kit=other_each_time) as engine,
        pytest.raises(EngineError, match=r"auditor 0\.\d instead of 0\.1.*install the same"),
    ):
        list(engine(steps.square, range(4)))


def test_a_scheduler_of_another_version_is_told() -> None:
    ours, theirs = ({"packages": {"python": "3.11.7", "dask": "2026.8", "distributed": one}} for one in "12")
    with pytest.raises(EngineError, match="scheduler at a has other versions: distributed 2, here 1"):
        dask._alike({"client": ours, "scheduler": theirs, "workers": {}}, "a")
    with pytest.raises(EngineError, match="the worker w has other versions: distributed 2, here 1"):
        dask._alike({"client": ours, "scheduler": ours, "workers": {"w": theirs}}, "a")


def test_a_cluster_without_workers_is_told(steps: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr(flow, "_LOOK", 0.1)
    monkeypatch.setattr(flow, "_PATIENCE", 0.2)
    with (
        LocalCluster(n_workers=0, processes=False, protocol="tcp", dashboard_address=":0", silence_logs=60) as cluster,
        opened(f"dask={cluster.scheduler_address}") as engine,
        pytest.raises(EngineError, match="no worker for"),
    ):
        list(engine(steps.square, range(4)))


@pytest.mark.parametrize("where", ["tcp://127.0.0.1:9", "nonsense://x", "tcp://127.0.0.1"])
def test_an_address_that_nobody_answers_is_told(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask, "_SECONDS", 1)
    with pytest.raises(EngineError, match="no Dask scheduler answers"), opened(f"dask={where}"):
        pass


def test_few_articles_need_no_cluster() -> None:
    with dask.local(2) as engine:
        assert list(engine(lambda number: number + 1, [1, 2])) == [2, 3]


@pytest.mark.parametrize("name", ["spark", "dask=", "Dask", "local=2"])
def test_an_engine_that_does_not_exist_is_told(name: str) -> None:
    with pytest.raises(EngineError, match="there is no engine"), opened(name):
        pass


def test_a_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EngineError, match=r"pip install 'source-auditor\[dask\]'"), opened("dask"):
        pass


def test_the_command_leaves_with_trouble(run: Run, seeds: str) -> None:
    done = run("check", seeds, "--engine", "spark")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no engine 'spark'" in done.stderr
