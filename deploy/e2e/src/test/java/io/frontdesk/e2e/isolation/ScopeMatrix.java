package io.frontdesk.e2e.isolation;

import io.frontdesk.e2e.openapi.Draft;
import io.frontdesk.e2e.openapi.Filler;
import io.frontdesk.e2e.openapi.Harvest;
import io.frontdesk.e2e.openapi.Operation;
import io.frontdesk.e2e.openapi.Wire;
import io.frontdesk.e2e.openapi.Wire.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Every operation, asked by callers of every scope and role and by nobody: exactly those pass whom the OpenAPI document names.
 * The ids that are asked for are nobody's, so that nothing is destroyed; whoever passes is told that there is no such thing.
 */
final class ScopeMatrix {
    private final List<Operation> operations;
    private final Explorer explorer;
    private final List<Carrier> callers;

    ScopeMatrix(List<Operation> operations, Wire wire, Filler filler, List<Carrier> callers) {
        this.operations = operations;
        this.callers = callers;
        var party = new Party(filler, callers, new Harvest());
        this.explorer = new Explorer(operations, wire, party, (operation, reply) -> {});
    }

    /** The counts of a run, and what it found: nothing, where all is well. */
    record Tally(int operations, int cells, List<String> findings) {
        @Override
        public String toString() {
            return "%d operations, %d cells, %d wrong".formatted(operations, cells, findings.size());
        }
    }

    Tally run() {
        List<String> findings = new ArrayList<>();
        int cells = 0;
        for (var operation : operations) {
            for (var caller : callers) {
                if (caller.services().contains(operation.service())) {
                    cells++;
                    var draft = draft(operation);
                    var reply = explorer.send(draft, caller);
                    if (!isRight(draft, caller, reply)) {
                        findings.add("%s, for %s: %d to %s %s"
                                .formatted(operation, operation.scopes(), reply.status(), caller.name(), reply.body()));
                    }
                }
            }
        }
        return new Tally(operations.size(), cells, findings);
    }

    /** Without labels: nobody gives away what it lacks, and that would be refused like a scope that is missing. */
    private Draft draft(Operation operation) {
        var mediaType = Explorer.mediaTypes(operation).getFirst();
        return explorer.filled(operation, mediaType).without("acl");
    }

    private static boolean isRight(Draft draft, Carrier caller, Reply reply) {
        var operation = draft.operation();
        if (operation.isOpen()) {
            return reply.status() != 403;
        }
        if (caller.isAnonymous()) {
            return reply.status() == 401 && says(reply, "/problems/unauthenticated", "invalid_api_key");
        }
        if (BoundTo.admits(operation, caller)) {
            // Whoever is let in may still not know the password that is asked for.
            return reply.status() != 403 && (reply.status() != 401 || draft.has("current_password"));
        }
        return reply.status() == 403 && says(reply, "/problems/forbidden", "\"forbidden\"");
    }

    /** As a problem, or in the words that OpenAI's clients read. */
    private static boolean says(Reply reply, String type, String code) {
        return reply.body().contains(type) || reply.body().contains(code);
    }
}
