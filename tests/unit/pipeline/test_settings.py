"""What is in force, without a graph folder too."""

from actorgraph.pipeline.options import Options, settle


def test_without_a_folder_there_are_no_judgements_beside_it(tmp_path):
    assert settle(Options()).judgements is None
    assert (
        settle(Options(), tmp_path / "graph").judgements
        == tmp_path / "graph.judgements.jsonl"
    )
    assert (
        settle(Options(judgements=tmp_path / "j.jsonl")).judgements
        == tmp_path / "j.jsonl"
    )
