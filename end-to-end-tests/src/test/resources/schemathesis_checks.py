# SPDX-License-Identifier: Apache-2.0
"""What our documents promise beyond what schemathesis looks for by itself, and what there is to ask for."""
import itertools
import json
import os

import schemathesis
from schemathesis.core.failures import Failure

# The rules that no schema can say, and why. A 422 for any other is a fault of the document.
BEYOND_SCHEMAS = {
    # What a text comes to when it is rendered, or which characters stand beside which others.
    "unreadable", "characters", "cost", "depth", "cells", "links", "size",
    # What there is, and whose it is.
    "exists", "unknown", "own", "not-own", "not-self", "same-post", "of-this-question", "published", "taken", "reserved",
    # What the time is.
    "past", "future", "range",
    # What another part of the request says, or an earlier request.
    "exclusive", "imported", "absent", "unique", "reused", "stale", "of-this-list",
    # Secrets, and what guessers try first.
    "wrong", "same", "verified", "containsUsername", "repetitive", "common",
}
# Required in some requests only: with what is imported, with what takes something down, one of both.
REQUIRED_AT_TIMES = {"Idempotency-Key", "imported.authorId", "rule", "explanation", "ids"}


class SchemaSaysLessThanTheCode(Failure):
    def __init__(self, *, operation, errors):
        super().__init__(
            operation=operation,
            title="Refused by a rule that the schema could state",
            message=", ".join(f"{error['field']}: {error['rule']} ({error['message']})" for error in errors),
        )


def is_beyond_schemas(error):
    if error["rule"] == "required":
        return error["field"] in REQUIRED_AT_TIMES
    if error["rule"] == "format":
        return error["field"] == "slug"  # letters of all scripts, no capitals: patterns differ in how they name these
    return error["rule"] in BEYOND_SCHEMAS and "no halves of characters" not in error["message"]


@schemathesis.check
def refused_by_rules_beyond_schemas(ctx, response, case):
    if response.status_code != 422 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    errors = response.json().get("errors", [])
    stated = [error for error in errors if not is_beyond_schemas(error)]
    if stated or not errors:
        raise SchemaSaysLessThanTheCode(operation=case.operation.label, errors=stated)


# Of the gateway, whichever layer answers.
EVERY_ANSWER = {
    "content-security-policy", "referrer-policy", "permissions-policy", "x-content-type-options", "x-frame-options",
}


class HeadersMissing(Failure):
    def __init__(self, *, operation, missing):
        super().__init__(
            operation=operation,
            title="An answer without the security headers",
            message=", ".join(sorted(missing)),
        )


@schemathesis.check
def every_answer_has_the_security_headers(ctx, response, case):
    missing = {name for name in EVERY_ANSWER if name not in response.headers}
    if missing:
        raise HeadersMissing(operation=case.operation.label, missing=missing)


# Ids of what there is, by kind. Made-up ids alone would meet little but 404.
with open(os.environ["TOWNHALL_EXISTING"], encoding="utf-8") as file:
    EXISTING = json.load(file)
KINDS = {
    "posts/{id}": "post", "posts/{questionId}": "question", "comments/{id}": "comment", "cases/{id}": "case",
    "members/{id}": "member", "accounts/{memberId}": "member", "screenings/{targetId}": "post", "topics/{slug}": "topic",
    "rules/{id}": "rule", "imports/{origin}": "origin", "dead-letters/{consumer}": "consumer",
}
BODY_KINDS = {"postId": "post", "answerId": "answer", "parentId": "comment", "memberId": "member"}


asked_so_far = itertools.count()


def existing(kind, drawn):
    """Now one, now another of them; and every fifth time what was made up."""
    known = EXISTING.get(str(kind).lower(), [])
    number = next(asked_so_far)
    return drawn if not known or number % 5 == 0 else known[number % len(known)]


@schemathesis.hook
def before_call(ctx, case, kwargs):
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    path, parameters = ctx.operation.path, case.path_parameters or {}
    for place, kind in KINDS.items():
        name = place[place.index("{") + 1 : -1]
        if place in path and name in parameters:
            parameters[name] = existing(kind, parameters[name])
    for name in ("id", "targetId"):
        if "{type}/{" + name + "}" in path:
            parameters[name] = existing(parameters.get("type"), parameters[name])
    if isinstance(case.body, dict):
        for name, kind in BODY_KINDS.items():
            if isinstance(case.body.get(name), str):
                case.body[name] = existing(kind, case.body[name])
        if isinstance(case.body.get("targetId"), str):
            case.body["targetId"] = existing(case.body.get("targetType"), case.body["targetId"])
