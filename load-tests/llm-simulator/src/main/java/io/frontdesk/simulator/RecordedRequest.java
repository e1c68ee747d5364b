package io.frontdesk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request that came in, as it stands now.
 *
 * @param key the API key it came with; empty where it had none
 * @param headers names in lower case
 * @param body null (JSON's) where it was no JSON object
 */
public record RecordedRequest(
        String key, String method, String path, Map<String, String> headers, JsonNode body, Outcome outcome) {

    public enum Outcome {
        /** Not ended yet; a stalled answer stays so until its client gives up. */
        RUNNING,
        /** Answered to the end. */
        COMPLETED,
        /** Answered with an error's status. */
        REFUSED,
        /** Left unfinished by the simulator: cut, truncated or broken, as the model's name says. */
        FAULTED,
        /** The client went away. */
        ABORTED
    }

    /** The asked model; empty where none was named. */
    public String model() {
        return body.path("model").asText("");
    }
}
