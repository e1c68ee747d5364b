package io.frontdesk.e2e.isolation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.e2e.openapi.Draft;
import io.frontdesk.e2e.openapi.Filler;
import io.frontdesk.e2e.openapi.Operation;
import io.frontdesk.e2e.openapi.Place;
import io.frontdesk.e2e.openapi.Wire;
import io.frontdesk.e2e.openapi.Wire.Reply;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests that succeed. Everything that a document lists is sent; where the service refuses a field by name, it is
 * left out from then on. What a path refers to is made by the operation that makes such things.
 */
public final class Explorer {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_TRIES = 20;

    private final List<Operation> operations;
    private final Wire wire;
    private final Party party;
    private final BiConsumer<Operation, Reply> witness;
    private final Map<String, Set<String>> leftOut = new HashMap<>();

    /**
     * Explores for one party.
     *
     * @param witness sees each reply
     */
    public Explorer(List<Operation> operations, Wire wire, Party party, BiConsumer<Operation, Reply> witness) {
        this.operations = operations;
        this.wire = wire;
        this.party = party;
        this.witness = witness;
    }

    /** An operation that cannot be asked with success, for want of what the message names. */
    public static final class Unproven extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unproven(String message) {
            super(message);
        }
    }

    /**
     * Asks for what is the party's own.
     *
     * @return the request that succeeded
     * @throws Unproven where there is none
     */
    public Draft succeed(Operation operation, @Nullable String mediaType, Carrier carrier) {
        var draft = ownIds(
                filled(operation, mediaType),
                place -> ownId(operation, place, operation.kindOf(place.name()), carrier));
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            var reply = send(draft, carrier);
            if (reply.isSuccess()) {
                party.ids().add(operation, reply.body());
                if (operation.method().equals("DELETE")) {
                    draft.parameters().values().forEach(party.ids()::forget);
                }
                return draft;
            }
            var field = refusedField(reply);
            if (field.isEmpty() || !draft.has(field) || draft.without(field).equals(draft)) {
                throw new Unproven("%s cannot be asked with success by %s, so that a refusal would prove nothing: %d %s"
                        .formatted(name(operation, mediaType), carrier.name(), reply.status(), reply.body()));
            }
            leftOut.computeIfAbsent(name(operation, mediaType), any -> new LinkedHashSet<>())
                    .add(field);
            draft = draft.without(field);
        }
        throw new Unproven(name(operation, mediaType) + " refuses one field after the other: " + leftOut);
    }

    /** Filled anew, so that nothing has to be unique twice. */
    public Draft filled(Operation operation, @Nullable String mediaType) {
        try {
            var draft = party.filler().fill(operation, mediaType);
            for (var name : leftOut.getOrDefault(name(operation, mediaType), Set.of())) {
                draft = draft.without(name);
            }
            return draft;
        } catch (Filler.CannotFill e) {
            throw new Unproven(String.valueOf(e.getMessage()));
        }
    }

    /** Sends it; a credential that an earlier request ended is made anew. */
    Reply send(Draft draft, Carrier carrier) {
        var reply = wire.send(draft, carrier.credential().headers());
        if (reply.status() == 401 && !draft.operation().isOpen()) {
            carrier.credential().renew();
            reply = wire.send(draft, carrier.credential().headers());
        }
        witness.accept(draft.operation(), reply);
        return reply;
    }

    /** Like one that succeeded, with new texts; it asks for the same, or, where that is gone by it, for something new. */
    public Draft again(Draft succeeded, Carrier carrier) {
        var operation = succeeded.operation();
        var isGone = operation.method().equals("DELETE");
        return ownIds(
                filled(operation, succeeded.mediaType()),
                place -> isGone
                        ? ownId(operation, place, operation.kindOf(place.name()), carrier)
                        : Objects.requireNonNull(succeeded.parameters().get(place)));
    }

    private Draft ownIds(Draft draft, Function<Place, String> inPath) {
        var own = draft;
        for (var place : draft.idPlaces()) {
            var kind = draft.kindAt(place);
            if (place.in() == Place.In.PATH) {
                own = own.with(place, inPath.apply(place));
            } else if (place.lastName().equals("cursor")) {
                own = own.without("cursor");
            } else if (party.ids().last(kind).isPresent()
                    && !party.filler().known().containsKey(place.lastName())) {
                own = own.with(place, party.ids().last(kind).orElseThrow());
            }
        }
        return own;
    }

    private String ownId(Operation operation, Place place, String kind, Carrier carrier) {
        var collection = operation.collectionOf(place.name());
        var maker = find(operation.service(), "POST", collection);
        var by = maker == null ? Optional.<Carrier>empty() : makerBy(maker, carrier);
        if (maker != null && by.isPresent()) {
            succeed(maker, mediaTypes(maker).getFirst(), by.get());
            return party.ids().last(kind).orElseThrow(() -> new Unproven(maker + " names no id of what it made"));
        }
        if (maker != null || find(operation.service(), "GET", collection) != null) {
            return party.ids().last(kind).orElseThrow(() -> new Unproven(operation + ": none is known"));
        }
        var madeUp = kind + " of " + operation.service() + " by " + carrier.name();
        if (party.ids().last(madeUp).isEmpty()) {
            party.ids().add(madeUp, UUID.randomUUID().toString());
        }
        return party.ids().last(madeUp).orElseThrow();
    }

    /** Whoever asks, if that can be: some things are seen by those alone who made them. */
    private Optional<Carrier> makerBy(Operation maker, Carrier carrier) {
        return carrier.services().contains(maker.service()) && BoundTo.admits(maker, carrier)
                ? Optional.of(carrier)
                : party.admittedTo(maker);
    }

    private @Nullable Operation find(String service, String method, String path) {
        return operations.stream()
                .filter(operation -> operation.service().equals(service))
                .filter(operation ->
                        operation.method().equals(method) && operation.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    /** Every media type of its bodies; one null where it takes none. */
    public static List<@Nullable String> mediaTypes(Operation operation) {
        if (operation.bodies().isEmpty()) {
            return Collections.singletonList(null);
        }
        return List.copyOf(operation.bodies().keySet());
    }

    private static String refusedField(Reply reply) {
        try {
            JsonNode problem = MAPPER.readTree(reply.body());
            var field = problem == null
                    ? ""
                    : problem.path("field").asText(problem.at("/error/param").asText());
            return field.replaceAll("\\[\\d*]", "").replaceFirst(".*\\.", "");
        } catch (JsonProcessingException noProblem) {
            return "";
        }
    }

    private static String name(Operation operation, @Nullable String mediaType) {
        return mediaType == null ? operation.toString() : operation + " as " + mediaType;
    }
}
