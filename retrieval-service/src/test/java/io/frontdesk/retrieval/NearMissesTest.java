package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.retrieval.paraphrase.PairList;
import io.frontdesk.retrieval.paraphrase.PairList.Pair;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of questions through the whole service: embedded, stored, searched, proved. */
@QuarkusTest
class NearMissesTest extends AnswersTest {
    @ParameterizedTest
    @ValueSource(strings = {"pairs.txt", "later-pairs.txt"})
    void neverGivesTheAnswerToAnotherQuestionAndMostlyToTheSame(String list) {
        index(document, 1, "Help", "All that a customer may want to know stands here.");
        List<Pair> pairs = PairList.read(list);

        List<Pair> hits = pairs.stream().filter(this::hits).toList();

        List<Pair> wrong = hits.stream().filter(pair -> !pair.isSame()).toList();
        long same = pairs.stream().filter(Pair::isSame).count();
        System.out.printf(
                "near misses (%s): %d wrong hits among %d pairs that differ, %d hits among %d paraphrases%n",
                list, wrong.size(), pairs.size() - same, hits.size() - wrong.size(), same);
        assertThat(wrong).isEmpty();
        assertThat(hits.size()).isGreaterThanOrEqualTo((int) same / 2);
    }

    /** Each pair with a prompt of its own, so that no other pair's answer is in the way. */
    private boolean hits(Pair pair) {
        Map<String, Object> kind = Map.of("prompt_version", "v" + Ids.next(), "model_choice", "extractive");
        String asker = asker();
        JsonPath found = asks(asker, pair.one());
        Map<String, Object> offer = offerFor(found, pair.one(), "The answer.");
        offer.put("kind", kind);
        assertThat(offers(asker, offer).extract().jsonPath().getBoolean("stored"))
                .isTrue();
        return asks(asker, Map.of("query", pair.other(), "answer", kind)).get("answer") != null;
    }
}
