package io.frontdesk.e2e.fuzz;

import io.frontdesk.e2e.isolation.Carrier;
import io.frontdesk.e2e.isolation.Explorer;
import io.frontdesk.e2e.isolation.Explorer.Unproven;
import io.frontdesk.e2e.isolation.Party;
import io.frontdesk.e2e.openapi.ApiDocument;
import io.frontdesk.e2e.openapi.Draft;
import io.frontdesk.e2e.openapi.Message;
import io.frontdesk.e2e.openapi.Operation;
import io.frontdesk.e2e.openapi.Wire;
import io.frontdesk.e2e.openapi.Wire.Reply;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every operation, asked first with what succeeds and then with changes of it. What is tried may use a tenant up: it may suspend or limit
 * itself, or lose its password. Then another one goes on.
 */
final class Fuzzer {
    /** What changes how a tenant is treated is tried after everything else. */
    private static final List<String> ORDER = List.of("GET", "POST", "PATCH", "DELETE", "PUT");

    private static final Set<Integer> SIGNS_OF_WEAR = Set.of(401, 403, 429);

    private final List<Operation> operations;
    private final Wire wire;
    private final Contract contract;
    private final Supplier<Party> tenants;
    private final Predicate<Party> isUsable;
    private final Explorer operatorsExplorer;
    private final Party operator;
    private final Findings findings = new Findings();

    private Party tenant;
    private Explorer tenantsExplorer;
    private int usedUp;

    /**
     * Prepares a run.
     *
     * @param tenants new ones
     * @param isUsable whether a tenant is still let in
     */
    Fuzzer(ApiDocument document, Wire wire, Supplier<Party> tenants, Predicate<Party> isUsable, Party operator) {
        this.operations = document.operations().stream()
                .sorted(Comparator.<Operation>comparingInt(operation -> ORDER.indexOf(operation.method()))
                        .thenComparing(Operation::path))
                .toList();
        this.wire = wire;
        this.contract = new Contract(document.root());
        this.tenants = tenants;
        this.isUsable = isUsable;
        this.operator = operator;
        this.operatorsExplorer = new Explorer(operations, wire, operator, this::checkValid);
        this.tenant = tenants.get();
        this.tenantsExplorer = new Explorer(operations, wire, tenant, this::checkValid);
    }

    /** How much is tried: at most so many changes of each kind of request, chosen by the seed, so many times over. */
    record Extent(int most, int rounds) {}

    /** The counts of a run, and what it found: nothing, where all is well. */
    record Tally(int operations, int requests, int tenants, List<String> findings) {
        @Override
        public String toString() {
            return "%d operations, %d requests by %d tenants, %d findings"
                    .formatted(operations, requests, tenants, findings.size());
        }
    }

    Tally run(long seed, Extent extent) {
        for (var operation : operations) {
            for (var mediaType : Explorer.mediaTypes(operation)) {
                // By the operation, so that one that is new does not change what is tried of the others.
                var random = new Random(seed + operation.toString().hashCode());
                tryAll(operation, mediaType, random, extent);
            }
        }
        return new Tally(operations.size(), findings.requests(), usedUp + 1, findings.all());
    }

    private void tryAll(Operation operation, @Nullable String mediaType, Random random, Extent extent) {
        var valid = valid(operation, mediaType);
        for (int round = 0; round < extent.rounds(); round++) {
            for (var mutation : chosen(mutations(valid), random, extent.most(), round)) {
                attempt(operation, valid, mutation);
            }
        }
        if (operation.method().equals("PUT")) {
            renewTenant();
        }
    }

    /** One that succeeds, or as near to it as the document leads. */
    private Draft valid(Operation operation, @Nullable String mediaType) {
        var carrier = carrier(operation);
        var explorer = explorer(operation);
        try {
            return explorer.succeed(operation, mediaType, carrier);
        } catch (Unproven missing) {
            furnish();
        }
        try {
            return explorer.succeed(operation, mediaType, carrier);
        } catch (Unproven e) {
            findings.note(operation, String.valueOf(e.getMessage()));
            return explorer.filled(operation, mediaType);
        }
    }

    /** With one of each thing that can be made: some come only along with others. */
    private void furnish() {
        for (var operation : operations) {
            if (operation.method().equals("POST") && isTenants(operation)) {
                try {
                    tenantsExplorer.succeed(
                            operation, Explorer.mediaTypes(operation).getFirst(), carrier(operation));
                } catch (Unproven e) {
                    // Whatever needs it says so.
                }
            }
        }
    }

    private List<Mutation> mutations(Draft valid) {
        return Stream.of(
                        BodyMutations.of(valid),
                        ParameterMutations.of(valid.operation()),
                        MessageMutations.of(valid.operation(), contract.methods(valid.operation())))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Mutation::name))
                .toList();
    }

    /** One at a time in the first round, and two from then on. */
    private static List<Mutation> chosen(List<Mutation> all, Random random, int most, int round) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        var some = shuffled.subList(0, Math.min(most, shuffled.size()));
        return round == 0
                ? some
                : some.stream()
                        .map(first -> first.and(all.get(random.nextInt(all.size()))))
                        .toList();
    }

    private void attempt(Operation operation, Draft valid, Mutation mutation) {
        var carrier = carrier(operation);
        var draft = again(operation, valid, carrier);
        var message = mutation.applied(draft, carrier.credential().headers());
        var reply = send(operation, message, mutation.name());
        if (reply != null) {
            check(operation, mutation, message, reply);
            look(operation, reply, carrier);
        }
    }

    /** Not every thing that is gone can be made again. */
    private Draft again(Operation operation, Draft valid, Carrier carrier) {
        try {
            return explorer(operation).again(valid, carrier);
        } catch (Unproven e) {
            return valid;
        }
    }

    /** Once more where the connection was closed before: the server may do so between two requests. */
    private @Nullable Reply send(Operation operation, Message message, String mutation) {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return wire.send(operation, message);
            } catch (UncheckedIOException e) {
                if (attempt > 0) {
                    findings.add(operation, mutation, "does not answer: " + e.getCause(), curl(operation, message), "");
                }
            }
        }
        return null;
    }

    private void check(Operation operation, Mutation mutation, Message message, Reply reply) {
        findings.count();
        contract.fault(operation, reply, mutation.isDescribed())
                .filter(fault -> !message.method().equals("HEAD") || reply.status() >= 500)
                .ifPresent(fault ->
                        findings.add(operation, mutation.name(), fault, curl(operation, message), reply.body()));
    }

    private void checkValid(Operation operation, Reply reply) {
        findings.count();
        contract.fault(operation, reply, true)
                .ifPresent(fault -> findings.add(operation, Mutation.NONE.name(), fault, "", reply.body()));
    }

    /** Whether the tenant can go on. */
    private void look(Operation operation, Reply reply, Carrier carrier) {
        if (reply.status() == 401) {
            carrier.credential().renew();
        }
        boolean mayHaveNewPassword = reply.isSuccess() && operation.path().endsWith("/password");
        if (mayHaveNewPassword || (SIGNS_OF_WEAR.contains(reply.status()) && !isUsable.test(tenant))) {
            renewTenant();
        }
    }

    private void renewTenant() {
        usedUp++;
        tenant = tenants.get();
        tenantsExplorer = new Explorer(operations, wire, tenant, this::checkValid);
    }

    private boolean isTenants(Operation operation) {
        return tenant.admittedTo(operation).isPresent();
    }

    private Explorer explorer(Operation operation) {
        return isTenants(operation) ? tenantsExplorer : operatorsExplorer;
    }

    private Carrier carrier(Operation operation) {
        return tenant.admittedTo(operation)
                .or(() -> operator.admittedTo(operation))
                .orElseThrow(() -> new IllegalStateException(operation + ": nobody here is let in"));
    }

    private String curl(Operation operation, Message message) {
        return message.curl(wire.address().apply(operation.service()));
    }
}
