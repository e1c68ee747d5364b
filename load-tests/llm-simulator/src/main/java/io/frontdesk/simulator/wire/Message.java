package io.frontdesk.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One message of a conversation; the text parts of its content joined by line breaks. */
public record Message(String role, String text) {
    static Message from(JsonNode message) {
        return new Message(message.path("role").asText(), text(message.path("content")));
    }

    /** Written by whoever runs the model, not by who asks it. */
    public boolean isInstruction() {
        return role.equals("system") || role.equals("developer");
    }

    public boolean isUsers() {
        return role.equals("user");
    }

    /** Written by the model: as the last message, an answer that is to be gone on with. */
    public boolean isModels() {
        return role.equals("assistant");
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        return StreamSupport.stream(content.spliterator(), false)
                .map(part -> part.path("text").asText(""))
                .collect(Collectors.joining("\n"));
    }
}
