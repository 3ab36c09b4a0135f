"""The name that was most likely meant where Neo4j knows none: a function, procedure, variable or parameter.

In: what Neo4j said, its sentence so far, the statement. Out: the same with a question or a remedy.
"""

from __future__ import annotations

import re

from service.console.known import Known, known
from service.console.scope import labelled, variables
from service.console.similar import nearest
from service.console.statement import Statement
from service.console.syntax_words import Remedy
from service.console.tokens import tokenize


def meant_by(found: re.Match[str], remedy: Remedy, text: str, statement: Statement | None) -> Remedy:
    """With a question for the name that was most likely meant."""
    names = known()
    name = found.groupdict().get("nama") or ""
    about = found.re.pattern
    if "Unknown function" in about:
        return _asked(remedy, nearest(name, (), names.fungsi), "Fungsi yang ada tertulis di panel skema.")
    if "procedure with the name" in about:
        return _asked(remedy, nearest(name, names.prosedur), "Prosedur yang ada tertulis di panel skema.")
    if "not defined" in about:
        return _variable(remedy, name, text, names)
    if "Expected parameter" in about:
        return _parameter(remedy, name.split(", "), statement)
    if "parameters for function" in about:
        form = names.tanda.get(name.casefold())
        return Remedy(remedy.pesan, f"Bentuknya `{form}`." if form else "")
    return remedy


def _parameter(remedy: Remedy, missing: list[str], statement: Statement | None) -> Remedy:
    told = f"Parameter {', '.join(f'`${one}`' for one in missing)} belum diisi."
    given = nearest(missing[0], statement.parameter) if statement else None
    return Remedy(told, f"Maksud Anda `${given}`?", f"${given}") if given else Remedy(told, remedy.saran)


def _asked(remedy: Remedy, meant: str | None, otherwise: str) -> Remedy:
    return Remedy(remedy.pesan, f"Maksud Anda `{meant}`?" if meant else otherwise, meant or "")


def _variable(remedy: Remedy, name: str, text: str, names: Known) -> Remedy:
    """A variable that is not there: a slip, a label or text without its signs, or gone with a WITH."""
    there = variables(tokenize(text))
    if name in there:
        return Remedy(remedy.pesan, f"Ikutkan dalam WITH sebelum tempat ini: `WITH {name}, …`.")
    if meant := nearest(name, there) or _called(name, text):
        return Remedy(remedy.pesan, f"Maksud Anda `{meant}`?", meant)
    if name in names.sifat and there:
        owner = min(there, key=lambda one: (len(one), one))
        return Remedy(remedy.pesan, f"Sifat ditulis dengan pemiliknya: `{owner}.{name}`; teks dengan petik: '{name}'.")
    return Remedy(remedy.pesan, f"Bila ini teks, apit dengan tanda petik: '{name}'.")


def _called(label: str, text: str) -> str | None:
    """The variable of a label that somebody writes instead of it (`kinerja.uraian`)."""
    carriers = {name.casefold(): variable for variable, names in labelled(tokenize(text)).items() for name in names}
    return carriers.get(label.casefold())
