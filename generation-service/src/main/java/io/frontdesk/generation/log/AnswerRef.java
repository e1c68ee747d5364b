package io.frontdesk.generation.log;

import java.util.UUID;

/** An answer of a tenant, and the names of what there is of it on Redis. */
record AnswerRef(UUID tenantId, UUID id) {
    /** Reads {@link #member}. */
    static AnswerRef of(String member) {
        int slash = member.indexOf('/');
        return new AnswerRef(UUID.fromString(member.substring(0, slash)), UUID.fromString(member.substring(slash + 1)));
    }

    /** Among those under a lease. */
    String member() {
        return tenantId + "/" + id;
    }

    /** What the keys of all answers of the tenant begin with. The braces keep what is one tenant's in one slot. */
    String prefix() {
        return "generation:{" + tenantId + "}:answer:";
    }

    String log() {
        return prefix() + id;
    }

    String state() {
        return log() + ":state";
    }

    String followers() {
        return log() + ":followers";
    }

    String readers() {
        return log() + ":readers";
    }

    /** Where it stands which answer is being given to a question. */
    String asked(String hash) {
        return "generation:{" + tenantId + "}:asked:" + hash;
    }
}
