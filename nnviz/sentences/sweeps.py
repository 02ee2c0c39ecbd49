"""What is wrong with a sweep."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

SWEEPS: dict[str, str] = {
    "sweep_form": QT_TRANSLATE_NOOP(
        "errors", "“{text}” names no setting with values; write it as in learning_rate=0.001,0.01,0.1."
    ),
    "sweep_values": QT_TRANSLATE_NOOP("errors", "{field} needs one value or several that differ from each other."),
    "sweep_layer": QT_TRANSLATE_NOOP(
        "errors", "{field} names a hidden layer that is not there; the network has {count}, counted from 0."
    ),
    "sweep_axis_twice": QT_TRANSLATE_NOOP("errors", "A setting can vary once only; write all its values together."),
    "sweep_seed_twice": QT_TRANSLATE_NOOP(
        "errors", "A sweep needs at least one seed, and only one where the seed itself is what varies."
    ),
    "sweep_same_runs": QT_TRANSLATE_NOOP(
        "errors", "Two of the runs would be the same; take one of the settings or values out."
    ),
    "sweep_too_many": QT_TRANSLATE_NOOP("errors", "That makes {count} runs; {most} is the most."),
    "sweep_endless": QT_TRANSLATE_NOOP(
        "errors", "The runs would never end; give them a number of epochs or iterations (--epochs, --iterations)."
    ),
    "sweep_two_ends": QT_TRANSLATE_NOOP("errors", "Give either --epochs or --iterations, not both."),
    "sweep_jobs": QT_TRANSLATE_NOOP("errors", "--jobs {value} is no number of processes; write all, or 1 or more."),
    "sweep_two_sources": QT_TRANSLATE_NOOP(
        "errors", "{file} already says data and layers; leave {option} out, or vary it with --vary."
    ),
    "sweep_resume_alone": QT_TRANSLATE_NOOP(
        "errors", "--resume goes on with the plan in its folder; leave the experiment and its settings out."
    ),
    "sweep_exists": QT_TRANSLATE_NOOP(
        "errors", "{folder} holds a sweep already; go on with it by --resume {folder}, or give another --out."
    ),
    "sweep_folder": QT_TRANSLATE_NOOP("errors", "{folder} holds no sweep that can be read: {reason}"),
    "sweep_plan": QT_TRANSLATE_NOOP("errors", "its plan.json is damaged; begin the sweep anew in another folder."),
    "sweep_experiment": QT_TRANSLATE_NOOP(
        "errors", "{file} is no experiment: write JSON with its settings, as nnviz train --json prints it."
    ),
    "sweep_workers": QT_TRANSLATE_NOOP(
        "errors",
        "The processes that train have died again and again, and {count} run(s) are missing; what is done is kept. "
        "Perhaps there is too little memory: try fewer processes.",
    ),
    "sweep_cluster": QT_TRANSLATE_NOOP("errors", "The cluster at {address} cannot be reached: {reason}"),
    "sweep_no_workers": QT_TRANSLATE_NOOP("errors", "The cluster has no workers; start some and try again."),
    "sweep_no_dask": QT_TRANSLATE_NOOP(
        "errors", "Sweeps on a cluster need the package distributed; install it with pip install nnviz[cluster]."
    ),
    "sweep_disk": QT_TRANSLATE_NOOP(
        "errors", "Results cannot be written to {folder} ({reason}); what was kept before is still there."
    ),
    "sweep_some_failed": QT_TRANSLATE_NOOP("errors", "{count} run(s) could not be trained; the first: {reason}"),
}
