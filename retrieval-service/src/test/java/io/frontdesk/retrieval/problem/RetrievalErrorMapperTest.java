package io.frontdesk.retrieval.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetrievalErrorMapperTest {
    static Stream<RetrievalError> passing() {
        return Stream.of(new RetrievalError.Busy(), new RetrievalError.StateUnavailable());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void saysWhenToComeAgain(RetrievalError error) {
        try (var response = new RetrievalErrorMapper().answer(error)) {
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeaders().getFirst("Retry-After")).hasToString("1");
            assertThat(response.getEntity())
                    .containsEntry("type", "/problems/unavailable")
                    .containsEntry("detail", error.getMessage());
        }
    }
}
