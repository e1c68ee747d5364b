package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.frontdesk.contracts.reuse.KnownAnswer;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.kit.json.JsonConventions;
import io.frontdesk.testing.WireMockPeer;
import java.util.List;
import java.util.Map;

/** The retrieval-service, faked. */
public class Retrieval extends WireMockPeer {
    public static final String SERVICE = "retrieval-service";
    static final String SEARCH = "/internal/v1/search";
    static final String ANSWERS = "/internal/v1/answers";

    @Override
    public void init(Map<String, String> arguments) {
        super.init(Map.of("service", SERVICE));
    }

    public static void finds(WireMockServer retrieval, Passage... passages) {
        retrieval.stubFor(post(SEARCH).willReturn(reply(passages)));
    }

    /** Finds passages, and an answer that may stand for the one to be written. */
    static void knows(WireMockServer retrieval, KnownAnswer known, Passage... passages) {
        retrieval.stubFor(post(SEARCH).willReturn(json(new SearchReply(7, List.of(passages)).answered(known))));
    }

    static ResponseDefinitionBuilder reply(Passage... passages) {
        return json(new SearchReply(7, List.of(passages)));
    }

    static ResponseDefinitionBuilder json(Object body) {
        try {
            return okJson(JsonConventions.mapper().writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
