package io.frontdesk.gateway.openai;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The models that there are to choose from. It is one, since which language model writes, if any, is for the tenant's settings and the
 * operator's keys to say.
 */
public record Models(@Schema(enumeration = "list") String object, List<Model> data) {
    static final String FRONTDESK = "frontdesk";

    /** When this API came to be, 2026-01-01. */
    private static final long CREATED = 1_767_225_600;

    static final Model THE_ONE = new Model(FRONTDESK, "model", CREATED, FRONTDESK);
    static final Models ALL = new Models("list", List.of(THE_ONE));

    /**
     * A model.
     *
     * @param created in seconds since 1970
     */
    public record Model(
            @Schema(examples = FRONTDESK) String id,
            @Schema(enumeration = "model") String object,
            long created,
            String ownedBy) {}
}
