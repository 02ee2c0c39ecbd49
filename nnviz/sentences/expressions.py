"""What is wrong with an expression, and with the graph it describes."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

EXPRESSIONS: dict[str, str] = {
    "expression_empty": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: nothing is written here; type a formula such as (x + y) * z."
    ),
    "expression_too_long": QT_TRANSLATE_NOOP(
        "errors",
        "Line {line}, column {column}: the text is cut off here, at {most} characters, the most that is read; "
        "write less.",
    ),
    "expression_unknown_character": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: “{character}” cannot stand in a formula; take it out."
    ),
    "expression_number": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: the number {number} is too large; write a smaller one."
    ),
    "expression_bracket_opens": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: this bracket is never closed; add “)” in the same line."
    ),
    "expression_bracket_closes": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: this bracket was never opened; add “(” before it."
    ),
    "expression_operand_missing": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: a number or a name is missing here; write one."
    ),
    "expression_operator_missing": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: an operator is missing here; write * for a product."
    ),
    "expression_stray_sign": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: “{sign}” stands only between a function’s arguments; take it out."
    ),
    "expression_stray_equals": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: “=” stands only after a line’s first name, as in q = x + y."
    ),
    "expression_unknown_function": QT_TRANSLATE_NOOP(
        "errors",
        "Line {line}, column {column}: there is no function “{name}”; choose one of: {choices}. A product is "
        "written with *.",
    ),
    "expression_function_bare": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: “{name}” is a function; write {usage}."
    ),
    "expression_arguments": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: the arguments of {name} do not fit; write {usage}."
    ),
    "expression_softmax_choice": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: choose one of the outputs, 1 to {most}, as in softmax(1; z1, z2)."
    ),
    "expression_too_many_nodes": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: here the graph has more than {most} nodes; write less."
    ),
    "expression_unnamed": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: only the last line may go without a name; write q = before it."
    ),
    "expression_function_name": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: “{name}” is a function; choose another name."
    ),
    "expression_defined_twice": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: “{name}” is defined already; choose another name."
    ),
    "expression_used_before": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: “{name}” is defined further down; move that line up."
    ),
    "expression_unused": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: “{name}” is never used; use it, or take it out."
    ),
    "graph_division": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: {part} divides by 0 (inputs {inputs}); change an input or the formula."
    ),
    "graph_logarithm": QT_TRANSLATE_NOOP(
        "errors",
        "Line {line}, column {column}: {part}: only numbers above 0 have a logarithm (inputs {inputs}); change an "
        "input or the formula.",
    ),
    "graph_root": QT_TRANSLATE_NOOP(
        "errors",
        "Line {line}, column {column}: {part}: numbers below 0 have no square root (inputs {inputs}); change an "
        "input or the formula.",
    ),
    "graph_power": QT_TRANSLATE_NOOP(
        "errors",
        "Line {line}, column {column}: {part}: 0 has no negative powers, numbers below 0 have only whole ones "
        "(inputs {inputs}); change an input or the formula.",
    ),
    "graph_overflow": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: {part} is too large (inputs {inputs}); change an input."
    ),
    "graph_no_derivative": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: {part} has no finite derivative (inputs {inputs}); change an input."
    ),
    "graph_steep": QT_TRANSLATE_NOOP(
        "errors", "Line {line}, column {column}: a derivative of {part} is too large; change an input."
    ),
}
