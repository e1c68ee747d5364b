package io.frontdesk.generation.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.reuse.GivenAgain;
import jakarta.enterprise.context.ApplicationScoped;

/** Records as JSON, and back. */
@ApplicationScoped
public class RecordJson {
    /** PostgreSQL has no such character in its texts; what stands for one that is unknown takes its place. */
    private static final String NUL = "\\u0000";

    private static final String UNKNOWN = "\\ufffd";

    private final ObjectMapper json;

    RecordJson(ObjectMapper json) {
        this.json = json;
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value).replace(NUL, UNKNOWN);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours is always JSON", e);
        }
    }

    /**
     * Reads a record, of this service or of what a gateway has given again.
     *
     * @throws JsonProcessingException where it is none
     */
    FinishedAnswer read(String text) throws JsonProcessingException {
        JsonNode record = json.readTree(text);
        if (record.has(GivenAgain.Entry.MEMBER)) {
            return FinishedAnswer.of(
                    json.treeToValue(record, GivenAgain.Entry.class).givenAgain());
        }
        return record.isObject()
                ? json.treeToValue(record, FinishedAnswer.class)
                : json.readValue(text, FinishedAnswer.class);
    }
}
