"""What a finding says in the words of the rule's author, with the values of the case put in."""

from __future__ import annotations

from kiemtin.foundation.messages import Lang, Phrase, help_for, message
from kiemtin.judging.telling import values_in_words as phrases
from kiemtin.judging.telling.diagnosis import Diagnoser
from kiemtin.judging.telling.reasons import Diagnosis
from kiemtin.language.syntax import Gap, Sentence

LANGUAGES: tuple[Lang, Lang] = ("vi", "en")
WRITTEN = "judging.failed.written"


def in_own_words(diagnoser: Diagnoser, diagnosis: Diagnosis) -> Diagnosis:
    """The diagnosis as the author has it said; what the author leaves open stays in the tool's words."""
    rule = diagnoser.rule.rule
    if rule.sentence is None and rule.advice is None:
        return diagnosis
    arguments = {
        "text": _said(rule.sentence, diagnoser, diagnosis) or _plain(diagnosis),
        "advice": _said(rule.advice, diagnoser, diagnosis) or _help(diagnosis),
    }
    return diagnosis._replace(message=WRITTEN, arguments=dict(arguments))


def _said(sentence: Sentence | None, diagnoser: Diagnoser, diagnosis: Diagnosis) -> Phrase | None:
    if sentence is None:
        return None
    parts: list[Phrase] = []
    for part in sentence.parts:
        if isinstance(part, str):
            parts.append(Phrase(part, part))
        elif isinstance(part, Gap):
            parts.append((diagnosis.measured if part.kind == "measured" else diagnosis.required) or _NOTHING)
        else:
            value = diagnoser.evaluate(part)
            words = phrases.value_in_words(value, diagnoser.rule.compiler.unit(part))
            parts.append(Phrase(*(each.strip("“”") for each in words)))
    return Phrase("".join(part.vi for part in parts), "".join(part.en for part in parts))


_NOTHING = Phrase("–", "–")


def _plain(diagnosis: Diagnosis) -> Phrase:
    vi, en = (message(diagnosis.message, lang, diagnosis.arguments) for lang in LANGUAGES)
    return Phrase(vi, en)


def _help(diagnosis: Diagnosis) -> Phrase:
    vi, en = (help_for(diagnosis.message, lang, diagnosis.arguments) or "" for lang in LANGUAGES)
    return Phrase(vi, en)
