"""What Schemathesis cannot know of this API by itself: good calls, an operator's signature, and what a refusal may say."""

import base64
import hashlib
import hmac
import json
import os

import schemathesis

with open(os.environ["FUZZ_WORLD"], encoding="utf-8") as file:
    world = json.load(file)

# What schemathesis.toml gives for a signature; anything else is sent as it was made up.
TO_BE_SIGNED = "to be signed"

# A body or query that says this was not in the form that the document asks for.
MALFORMED = {
    "request.malformed",
    "request.unsupported_media_type",
    "idempotency.key_missing",
    "idempotency.key_malformed",
}

# Forms that no schema can say, by operation: what of the call they are about.
BEYOND_SCHEMAS = {
    # A number in any usual spelling.
    "listPortRequests": {"/query/number"},
    # What the whole needs that a patch leaves.
    "editPortRequest": {
        "/subscriber/name",
        "/quote/reference",
        "/quote/approvedOn",
        "/installation/type",
        "/installation/reason",
    },
    # The same request as the path names.
    "enterOperatorEvent": {"/portRequestId"},
}


def operation_id(case):
    return case.operation.definition.raw.get("operationId")


def problem_of(response):
    if response.headers.get("content-type", [""])[0] != "application/problem+json" or not response.content:
        return None
    return response.json()


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Shows every operation with ids of the world, and with a call that it takes: the first ones that are tried."""
    for operations in raw_schema["paths"].values():
        for operation in operations.values():
            good = world["goodCalls"].get(operation["operationId"], {})
            values = {"path": {**world["pathValues"], **good.get("path", {})}, "header": good.get("headers", {})}
            for parameter in operation.get("parameters", []):
                value = values.get(parameter["in"], {}).get(parameter["name"])
                if value is not None:
                    parameter["schema"].pop("example", None)
                    parameter["example"] = value
            if "body" in good:
                for media in operation["requestBody"]["content"].values():
                    media["example"] = good["body"]


def signed(request):
    """Signs the bytes that are about to be sent, as the operator colt (Standard Webhooks 1.0, v1)."""
    if request.headers.get("webhook-signature") == TO_BE_SIGNED:
        body = request.body or b""
        content = b".".join(
            [
                request.headers.get("webhook-id", "").encode(),
                request.headers.get("webhook-timestamp", "").encode(),
                body.encode() if isinstance(body, str) else body,
            ]
        )
        key = base64.b64decode(world["operatorSecret"].removeprefix("whsec_"))
        signature = base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
        request.headers["webhook-signature"] = f"v1,{signature}"
    return request


@schemathesis.hook
def before_call(context, case, kwargs):
    if operation_id(case) == "receiveOperatorEvent":
        kwargs["auth"] = signed


@schemathesis.check
def documented_code(ctx, response, case):
    """A refusal says a code that the document lists under its status."""
    problem = problem_of(response)
    if problem is None or problem["code"] in ("method.not_allowed", "route.not_found"):
        return
    listed = case.operation.definition.raw["responses"].get(str(response.status_code), {}).get("description", "")
    assert f"`{problem['code']}`" in listed, f"{problem['code']} is not listed under {response.status_code}: {listed}"


@schemathesis.check
def well_formed_is_not_malformed(ctx, response, case):
    """What fits the document may be against a rule, but is never called malformed."""
    problem = problem_of(response)
    if problem is None or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if problem["code"] not in MALFORMED:
        return
    excused = BEYOND_SCHEMAS.get(operation_id(case), set())
    faults = [fault for fault in problem.get("errors", [problem]) if fault.get("pointer") not in excused]
    assert not faults, f"Fits the document and is refused: {json.dumps(faults)}"
