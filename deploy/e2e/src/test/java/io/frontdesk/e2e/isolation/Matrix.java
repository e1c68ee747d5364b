package io.frontdesk.e2e.isolation;

import io.frontdesk.e2e.isolation.Explorer.Unproven;
import io.frontdesk.e2e.openapi.Draft;
import io.frontdesk.e2e.openapi.Operation;
import io.frontdesk.e2e.openapi.Place;
import io.frontdesk.e2e.openapi.Wire;
import io.frontdesk.e2e.openapi.Wire.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every operation, asked by one tenant with every id of another one in every place where an id can stand, by every carrier of
 * a credential. Before that, each is asked with the tenant's own ids and has to succeed: else a refusal would prove nothing.
 */
final class Matrix {
    /** What no document names, and a careless service might read. */
    private static final Place TENANT_IN_QUERY = new Place(Place.In.QUERY, "tenant_id");

    private static final Place TENANT_IN_HEADER = new Place(Place.In.HEADER, "X-Tenant-Id");
    private static final Place TENANT_IN_BODY = new Place(Place.In.BODY, "/tenant_id");
    private static final Place LAST_EVENT_ID = new Place(Place.In.HEADER, "Last-Event-ID");
    private static final List<String> ORDER = List.of("POST", "PUT", "PATCH", "GET", "DELETE");

    private final List<Operation> operations;
    private final Party own;
    private final Party other;
    private final Party operator;
    private final Evidence evidence;
    private final Extent extent;
    private final Explorer explorer;
    private final Explorer othersExplorer;
    private final Explorer operatorsExplorer;

    private final Set<String> places = new TreeSet<>();
    private final Set<String> carriers = new TreeSet<>();
    private final List<String> findings = new ArrayList<>();
    private int controls;
    private int requests;

    /**
     * Prepares a run.
     *
     * @param operator asked where a tenant has no way in
     */
    Matrix(
            List<Operation> operations,
            Wire wire,
            Party own,
            Party other,
            Party operator,
            Evidence evidence,
            Extent extent) {
        this.operations = operations.stream()
                .sorted(Comparator.comparing(Operation::service)
                        .thenComparing(operation -> ORDER.indexOf(operation.method()))
                        .thenComparing(Operation::path))
                .toList();
        this.own = own;
        this.other = other;
        this.operator = operator;
        this.evidence = evidence;
        this.extent = extent;
        this.explorer = new Explorer(this.operations, wire, own, this::requireNoCanary);
        this.othersExplorer = new Explorer(this.operations, wire, other, (operation, reply) -> {});
        this.operatorsExplorer = new Explorer(this.operations, wire, operator, (operation, reply) -> {});
    }

    /** By which carriers each operation is tried, and with which kinds of ids as the last event, where it describes none. */
    enum Extent {
        ALL(Set.of()),
        /** One that is let in, or, where none is, one that is not. */
        ONE(Set.of("answers", "documents"));

        private final Set<String> told;

        Extent(Set<String> told) {
            this.told = told;
        }

        private List<Carrier> carriers(Party party, Operation operation) {
            var all = party.carriersFor(operation).toList();
            return this == ALL
                    ? all
                    : Stream.concat(party.admittedTo(operation).stream(), all.stream())
                            .limit(1)
                            .toList();
        }
    }

    /** The counts of a run, and what it found: nothing, where all is well. */
    record Tally(int operations, int places, int carriers, int controls, int requests, List<String> findings) {
        @Override
        public String toString() {
            return "%d operations, %d places of ids, %d carriers of credentials: %d requests, after %d of the tenant's own; %d leaks"
                    .formatted(operations, places, carriers, requests, controls, findings.size());
        }
    }

    /** Lets the other tenant ask for everything but deletions, so that it has something of every kind. */
    void furnishOther() {
        for (var operation : operations) {
            if (operation.method().equals("DELETE")) {
                continue;
            }
            other.admittedTo(operation).ifPresent(carrier -> {
                for (var mediaType : Explorer.mediaTypes(operation)) {
                    try {
                        othersExplorer.succeed(operation, mediaType, carrier);
                    } catch (Unproven e) {
                        // The run itself says so, where it matters.
                    }
                }
            });
        }
    }

    Tally run() {
        var before = evidence.rows();
        for (var operation : operations) {
            for (var mediaType : Explorer.mediaTypes(operation)) {
                tryAll(operation, mediaType);
            }
            var after = evidence.rows();
            if (!after.equals(before)) {
                findings.add(operation + " changed rows of the other tenant");
            }
            before = after;
        }
        findings.addAll(evidence.sightings());
        return new Tally(operations.size(), places.size(), carriers.size(), controls, requests, List.copyOf(findings));
    }

    private void tryAll(Operation operation, @Nullable String mediaType) {
        try {
            if (own.admittedTo(operation).isEmpty()) {
                succeedAsOperator(operation, mediaType);
            }
            for (var carrier : extent.carriers(own, operation)) {
                carriers.add(carrier.name());
                tryAll(operation, mediaType, carrier);
            }
        } catch (Unproven e) {
            findings.add(String.valueOf(e.getMessage()));
        }
    }

    private void tryAll(Operation operation, @Nullable String mediaType, Carrier carrier) {
        var admitted = BoundTo.admits(operation, carrier);
        var control = admitted ? control(operation, mediaType, carrier) : explorer.filled(operation, mediaType);
        var theirs = other.ids().oneOfEach();
        for (var place : control.idPlaces()) {
            places.add(operation + " " + place);
            theirs.forEach((kind, id) -> {
                var status = ask(again(control, mediaType).with(place, id), carrier);
                if (!isRefusal(operation, place, id, admitted, status)) {
                    findings.add("%s: %d to %s with the other tenant's id (%s) as %s"
                            .formatted(operation, status, carrier.name(), kind, place));
                }
            });
        }
        smuggled(control).forEach((place, kinds) -> {
            places.add(operation + " " + place);
            theirs.forEach((kind, id) -> {
                if (kinds.isEmpty() || kinds.contains(kind)) {
                    ask(again(control, mediaType).with(place, id), carrier);
                }
            });
        });
    }

    private Draft control(Operation operation, @Nullable String mediaType, Carrier carrier) {
        try {
            var control = explorer.succeed(operation, mediaType, carrier);
            controls++;
            return control;
        } catch (Unproven e) {
            if (operation.isOpen() && operator.admittedTo(operation).isPresent()) {
                return succeedAsOperator(operation, mediaType);
            }
            throw e;
        }
    }

    private Draft succeedAsOperator(Operation operation, @Nullable String mediaType) {
        var carrier =
                operator.admittedTo(operation).orElseThrow(() -> new Unproven(operation + ": nobody here is let in"));
        var control = operatorsExplorer.succeed(operation, mediaType, carrier);
        controls++;
        return control;
    }

    private int ask(Draft draft, Carrier carrier) {
        requests++;
        return explorer.send(draft, carrier).status();
    }

    private void requireNoCanary(Operation operation, Reply reply) {
        evidence.canaries().stream()
                .filter(canary -> reply.body().contains(canary)
                        || reply.headers().map().toString().contains(canary))
                .findFirst()
                .ifPresent(canary -> findings.add(operation + " shows a text of the other tenant: " + canary));
    }

    /** New texts, the same ids. */
    private Draft again(Draft control, @Nullable String mediaType) {
        var draft = explorer.filled(control.operation(), mediaType);
        for (var parameter : control.parameters().entrySet()) {
            if (parameter.getKey().in() == Place.In.PATH) {
                draft = draft.with(parameter.getKey(), parameter.getValue());
            }
        }
        return draft;
    }

    private static boolean isRefusal(Operation operation, Place place, String id, boolean admitted, int status) {
        if (!admitted) {
            // What is no id at all is not found before anybody asks whose it is.
            return status == 403 || (status == 404 && place.in() == Place.In.PATH);
        }
        if (operation.isOpen()) {
            return status >= 400 && status < 500;
        }
        if (NamesOnly.hold(operation, place)) {
            return status < 500;
        }
        return status == 404 || (status == 400 && (place.in() == Place.In.HEADER || isMalformed(place, id)));
    }

    /** What cannot be an id in a body is bad input, and told apart by its form alone. */
    private static boolean isMalformed(Place place, String id) {
        return place.in() == Place.In.BODY && !Draft.isUuid(id);
    }

    /** Places that the operation does not know, with the kinds of ids to try there; none for all. */
    private Map<Place, Set<String>> smuggled(Draft control) {
        var body = control.body();
        return body != null && body.isObject() && !body.has("tenant_id")
                ? Map.of(
                        TENANT_IN_QUERY, Set.of("tenants"),
                        TENANT_IN_HEADER, Set.of("tenants"),
                        TENANT_IN_BODY, Set.of("tenants"),
                        LAST_EVENT_ID, extent.told)
                : Map.of(
                        TENANT_IN_QUERY, Set.of("tenants"),
                        TENANT_IN_HEADER, Set.of("tenants"),
                        LAST_EVENT_ID, extent.told);
    }
}
