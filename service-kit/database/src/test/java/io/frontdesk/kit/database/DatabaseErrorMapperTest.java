package io.frontdesk.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseErrorMapperTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "22021, 400, /problems/malformed-request, U+0000",
        "22P05, 400, /problems/malformed-request, U+0000",
        "54000, 400, /problems/malformed-request, too long",
        "57P01, 503, /problems/unavailable, ''",
        "42601, 500, /problems/internal-error, ''"
    })
    void answersWhoseFaultItIsByWhatPostgresqlTells(String state, int status, String type, String detail) {
        var answer = new DatabaseErrorMapper().refused(new PgException("secret", "ERROR", state, "more of it"));

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getEntity())
                .hasEntrySatisfying("type", value -> assertThat(value).hasToString(type));
        assertThat(answer.getEntity().toString()).contains(detail).doesNotContain("secret", "more of it");
    }
}
