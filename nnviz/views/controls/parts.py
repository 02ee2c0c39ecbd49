"""The table of all fields: what each one is called, how it is edited, what it is for and when it is shown."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.views.controls.fields import (
    Block,
    Field,
    Kind,
    Part,
    falls,
    falls_by_rate,
    is_drawn,
    is_image,
    is_split,
    optimizer_has,
)

DATA = Part(
    "section_data",
    QT_TRANSLATE_NOOP("ControlsPane", "Data"),
    (
        Field(
            "data",
            QT_TRANSLATE_NOOP("ControlsPane", "Data set"),
            Kind.CHOICE,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The samples the network learns from: points of a plane, or images of handwritten digits. "
                "Inputs, output layer and loss are set to fit.",
            ),
        ),
        Field(
            "samples",
            QT_TRANSLATE_NOOP("ControlsPane", "Samples"),
            Kind.COUNT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "How many samples there are in all, training and test set together.",
            ),
            is_split,
        ),
        Field(
            "noise",
            QT_TRANSLATE_NOOP("ControlsPane", "Noise"),
            Kind.LINEAR,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "How far points are moved at random. With much noise the classes overlap, and no network can be "
                "right everywhere.",
            ),
            is_drawn,
            high=1.0,
            step=0.01,
        ),
        Field(
            "test_share",
            QT_TRANSLATE_NOOP("ControlsPane", "Test share"),
            Kind.LINEAR,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The share of samples kept for the test set. The network never trains on them; they show how "
                "well it generalises.",
            ),
            is_split,
            low=0.05,
            high=0.95,
            step=0.05,
        ),
        Field(
            "scaling",
            QT_TRANSLATE_NOOP("ControlsPane", "Input scaling"),
            Kind.CHOICE,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "What is done to the inputs before they enter the network: 0 to 1, standardised (mean 0, "
                "deviation 1 for each input) or whitened (uncorrelated as well).",
            ),
        ),
        Field(
            "distortion",
            QT_TRANSLATE_NOOP("ControlsPane", "Distortion"),
            Kind.LINEAR,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "Data augmentation: how strongly training images are rotated, sheared, scaled, shifted and "
                "drawn with thicker or thinner pens, anew each time.",
            ),
            is_image,
            QT_TRANSLATE_NOOP("ControlsPane", "off"),
            step=0.05,
        ),
    ),
)
NETWORK = Part(
    "section_network",
    QT_TRANSLATE_NOOP("ControlsPane", "Network"),
    (
        Field(
            "inputs",
            QT_TRANSLATE_NOOP("ControlsPane", "Inputs"),
            Kind.FACT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The size of the input layer: the number of features of a sample. It follows from the data set.",
            ),
        ),
        Block.LAYERS,
        Field(
            "outputs",
            QT_TRANSLATE_NOOP("ControlsPane", "Output units"),
            Kind.FACT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The size of the output layer: one unit for each class; a single one for a regression or for "
                "two classes with sigmoid.",
            ),
        ),
        Field(
            "output",
            QT_TRANSLATE_NOOP("ControlsPane", "Output layer"),
            Kind.CHOICE,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The activation of the output layer: identity for regression, sigmoid for two classes, softmax "
                "for probabilities of many classes that add up to 1.",
            ),
        ),
        Field(
            "loss",
            QT_TRANSLATE_NOOP("ControlsPane", "Loss"),
            Kind.CHOICE,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "What training makes small: how far the outputs are from the targets, averaged over a "
                "mini-batch. Only losses that are defined for the output are offered.",
            ),
        ),
        Field(
            "initializer",
            QT_TRANSLATE_NOOP("ControlsPane", "Initializer"),
            Kind.CHOICE,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "How the weights are drawn before training. Glorot suits sigmoid and tanh, He suits ReLU; with "
                "zeros all units of a layer stay alike.",
            ),
        ),
        Block.PARAMETERS,
    ),
)
TRAINING = Part(
    "section_training",
    QT_TRANSLATE_NOOP("ControlsPane", "Training"),
    (
        Field(
            "optimizer",
            QT_TRANSLATE_NOOP("ControlsPane", "Optimizer"),
            Kind.CHOICE,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The rule that turns gradients into steps of the weights. A choice sets the usual learning rate "
                "and parameters of that optimizer.",
            ),
        ),
        Field(
            "learning_rate",
            QT_TRANSLATE_NOOP("ControlsPane", "Learning rate"),
            Kind.LOG,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "η, the size of a step. Too small and training crawls, too large and the loss jumps or diverges.",
            ),
            low=1e-5,
            decades=6,
        ),
        Field(
            "batch_size",
            QT_TRANSLATE_NOOP("ControlsPane", "Batch size"),
            Kind.COUNT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "Samples in a mini-batch. One iteration computes the mean gradient of one mini-batch and makes "
                "one step.",
            ),
        ),
        Field(
            "epochs",
            QT_TRANSLATE_NOOP("ControlsPane", "Epochs"),
            Kind.COUNT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "Training stops after so many epochs. One epoch shows the network every training sample once. "
                "0: until paused.",
            ),
            zero=QT_TRANSLATE_NOOP("ControlsPane", "until paused"),
        ),
    ),
)
REGULARISATION = Part(
    "section_regularisation",
    QT_TRANSLATE_NOOP("ControlsPane", "Regularisation"),
    (
        Field(
            "l1",
            QT_TRANSLATE_NOOP("ControlsPane", "L1 penalty"),
            Kind.LOG,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "λ₁ of the penalty λ₁ Σ|w| on all weights. It drives weights that are of little use to exactly 0.",
            ),
            zero=QT_TRANSLATE_NOOP("ControlsPane", "off"),
            low=1e-6,
            decades=6,
        ),
        Field(
            "l2",
            QT_TRANSLATE_NOOP("ControlsPane", "L2 penalty"),
            Kind.LOG,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "λ₂ of the penalty ½ λ₂ Σ w² on all weights (weight decay). It keeps weights small and "
                "boundaries smooth.",
            ),
            zero=QT_TRANSLATE_NOOP("ControlsPane", "off"),
            low=1e-6,
            decades=6,
        ),
    ),
)
ADVANCED = Part(
    "section_advanced",
    QT_TRANSLATE_NOOP("ControlsPane", "Advanced"),
    (
        Field(
            "data_seed",
            QT_TRANSLATE_NOOP("ControlsPane", "Data seed"),
            Kind.COUNT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The seed of the random numbers that draw and split the samples. The same seed gives the same samples.",
            ),
            is_split,
        ),
        Field(
            "momentum",
            QT_TRANSLATE_NOOP("ControlsPane", "Momentum"),
            Kind.NUMBER,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The share of the previous step that is kept: α of momentum and Nesterov, β₁ of Adam.",
            ),
            optimizer_has("momentum"),
            step=0.05,
        ),
        Field(
            "decay",
            QT_TRANSLATE_NOOP("ControlsPane", "Decay"),
            Kind.NUMBER,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "How slowly the running mean of squared gradients forgets: ρ of RMSProp, β₂ of Adam.",
            ),
            optimizer_has("decay"),
            step=0.01,
        ),
        Field(
            "epsilon",
            QT_TRANSLATE_NOOP("ControlsPane", "Epsilon ε"),
            Kind.NUMBER,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "A small number that keeps AdaGrad, RMSProp and Adam from dividing by zero.",
            ),
            optimizer_has("epsilon"),
        ),
        Field(
            "schedule",
            QT_TRANSLATE_NOOP("ControlsPane", "Schedule"),
            Kind.CHOICE,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "How the learning rate falls while training goes on: in steps, exponentially, with inverse time "
                "or along a cosine.",
            ),
        ),
        Field(
            "schedule_rate",
            QT_TRANSLATE_NOOP("ControlsPane", "Schedule factor"),
            Kind.NUMBER,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "γ, the factor by which the learning rate has fallen after one period.",
            ),
            falls_by_rate,
            step=0.1,
        ),
        Field(
            "schedule_epochs",
            QT_TRANSLATE_NOOP("ControlsPane", "Schedule period"),
            Kind.COUNT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The number of epochs in which the learning rate falls by the factor; with the cosine schedule, to 0.",
            ),
            falls,
        ),
        Field(
            "patience",
            QT_TRANSLATE_NOOP("ControlsPane", "Early stopping"),
            Kind.COUNT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "Patience: training stops after so many epochs without a lower test loss, before the network "
                "overfits. 0: off.",
            ),
            zero=QT_TRANSLATE_NOOP("ControlsPane", "off"),
        ),
        Field(
            "evaluate_every",
            QT_TRANSLATE_NOOP("ControlsPane", "Evaluate every"),
            Kind.COUNT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "Iterations between two evaluations on the training and the test set. 0: four times an epoch.",
            ),
            zero=QT_TRANSLATE_NOOP("ControlsPane", "¼ epoch"),
        ),
        Field(
            "seed",
            QT_TRANSLATE_NOOP("ControlsPane", "Seed"),
            Kind.COUNT,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The seed of the random numbers for initial weights, order of samples and dropout. The same "
                "seed gives the same run, bit for bit.",
            ),
        ),
        Field(
            "precision",
            QT_TRANSLATE_NOOP("ControlsPane", "Precision"),
            Kind.CHOICE,
            QT_TRANSLATE_NOOP(
                "ControlsPane",
                "The type of all numbers: float32 is fast, float64 is exact enough to check gradients.",
            ),
        ),
    ),
    folded=True,
)
PARTS = (DATA, NETWORK, TRAINING, REGULARISATION, ADVANCED)
