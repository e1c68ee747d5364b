package io.frontdesk.generation.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.frontdesk.kit.redis.Script;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Turns as they stand on the state Redis: JSON, with as much of the answer as is kept there. */
@ApplicationScoped
public class TurnJson {
    /** The beginning of every script that opens conversations or adds turns to them. */
    public static final Script TURNS = Script.beside(TurnJson.class, "turns");

    private final ObjectMapper json;
    private final ObjectReader turns;
    private final ConversationConfig config;

    public TurnJson(ObjectMapper json, ConversationConfig config) {
        this.json = json;
        this.turns = json.readerForListOf(Turn.class);
        this.config = config;
    }

    public String write(Turn turn) {
        try {
            return json.writeValueAsString(turn.shortened(config.recentAnswerChars()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a turn is always JSON", e);
        }
    }

    /** Reads an array of turns; nothing is none. */
    public List<Turn> read(String text) {
        try {
            return text.isEmpty() ? List.of() : turns.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not turns", e);
        }
    }
}
