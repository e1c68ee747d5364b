package io.frontdesk.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void separatesCredentialsFromTheAddress() {
        var url = DatabaseUrl.parse("DATABASE_URL", "postgresql://me:p%40ss+1@db:5433/frontdesk?sslmode=require");

        assertThat(url).isEqualTo(new DatabaseUrl("postgresql://db:5433/frontdesk?sslmode=require", "me", "p@ss+1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://me:secret@db/x", "postgresql://me@db/x", "postgresql://me:sec ret@db/x", "secret"})
    void refusesWhatIsNoUrlOfPostgresqlWithoutShowingIt(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DATABASE_URL")
                .hasMessageNotContainingAny("secret", "sec ret");
    }
}
