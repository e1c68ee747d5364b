package io.frontdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.contracts.Topics;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the real servers, as every service's tests use them. */
class TestInfrastructureTest {
    private static TestInfrastructure infrastructure;

    @BeforeAll
    static void ensure() {
        infrastructure = TestInfrastructure.ensure();
    }

    @Test
    void givesEachTestADatabaseOfItsOwn() throws SQLException {
        var one = infrastructure.createDatabase("one");
        var other = infrastructure.createDatabase("one");

        execute(one.migrationUrl("auth"), "create table things (id int)");

        execute(other.migrationUrl("auth"), "create table things (id int)");
    }

    @Test
    void letsOnlyTheOwnerMakeTables() {
        var database = infrastructure.createDatabase("roles");

        assertThatThrownBy(() -> execute(database.url("retrieval"), "create table things (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(database.systemUrl("retrieval"), "create table things (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void keepsAServiceOutOfTheSchemaOfAnother() throws SQLException {
        var database = infrastructure.createDatabase("schemas");
        execute(database.migrationUrl("auth"), "create table things (id int)");

        assertThatThrownBy(() -> execute(database.migrationUrl("ingestion"), "select * from auth.things"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void hasVectorsOnTheSearchPath() throws SQLException {
        var database = infrastructure.createDatabase("vector");

        execute(database.migrationUrl("retrieval"), "create table points (at halfvec(3))");
    }

    @Test
    void answersOnRedis() throws Exception {
        var url = URI.create(infrastructure.redisUrl());

        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(5))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("+PONG");
        }
    }

    @Test
    void hasTheTopicsOfTheSuite() throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", infrastructure.kafkaBootstrapServers());

        try (var admin = Admin.create(settings)) {
            assertThat(admin.listTopics().names().get()).contains(Topics.DOCUMENTS_NORMAL, Topics.DOCUMENTS_DEAD);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        var uri = URI.create(url);
        var credentials = uri.getUserInfo().split(":");
        var jdbc = "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath();
        try (var connection = DriverManager.getConnection(jdbc, credentials[0], credentials[1]);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
