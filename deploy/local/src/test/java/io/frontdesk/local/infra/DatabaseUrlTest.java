package io.frontdesk.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.local.process.Failure;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    void readsWhatItWrites() {
        var url = new DatabaseUrl("admin", "p@ss/w:rd+", "db.example", 6432, "desk");

        assertThat(DatabaseUrl.parse(url.toString())).isEqualTo(url);
    }

    @Test
    void takesTheUsualPortAndTheUsersDatabaseWhereNoneIsNamed() {
        assertThat(DatabaseUrl.parse("postgresql://admin:secret@localhost"))
                .isEqualTo(new DatabaseUrl("admin", "secret", "localhost", 5432, "admin"));
    }

    @Test
    void refusesWhatIsNoUrlOfADatabase() {
        assertThatThrownBy(() -> DatabaseUrl.parse("localhost:5432"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("postgresql://user:password@host:port/database");
    }
}
