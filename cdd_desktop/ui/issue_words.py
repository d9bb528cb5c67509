"""Issues in words: a rule's sentence from the definition, any other code's from the table of messages."""

from __future__ import annotations

from cdd_desktop.domain.issue import Issue
from cdd_desktop.forms.definition import Definition
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.messages import Messages
from cdd_desktop.ui.words import Words


def say(issue: Issue, definition: Definition, words: Words, messages: Messages) -> str:
    """What is wrong and what is allowed, in the language of the screen."""
    rule = definition.rule_by_id.get(issue.rule) if issue.rule else None
    if rule is None:
        code = str(issue.params.get("reason", issue.code)) if issue.code == "not-a-value" else issue.code
        return messages.sentence(code, issue.params)
    return words.digits(arabic_digits(words.text(rule.message_th, rule.message_en)))
