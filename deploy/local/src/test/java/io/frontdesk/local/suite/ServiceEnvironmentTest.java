package io.frontdesk.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.local.infra.Database;
import io.frontdesk.local.infra.DatabaseUrl;
import io.frontdesk.local.infra.Infrastructure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {
    private static final Database DATABASE =
            new Database(new DatabaseUrl("admin", "top", "127.0.0.1", 5433, "frontdesk"), "salt");

    private static final Database REPLICA =
            new Database(new DatabaseUrl("admin", "top", "127.0.0.1", 5434, "frontdesk"), "salt");

    private final ServiceEnvironment environment = new ServiceEnvironment(
            Path.of("/checkout"),
            new Infrastructure(DATABASE, List.of(REPLICA), "redis://127.0.0.1:6380", "127.0.0.1:9093"),
            Addresses.standard(),
            2,
            name -> "secret-of-" + name,
            Map.of("OPENAI_MODEL", "small", "API_PORT", "1", "API_KEYS", "fd_mine_secret"));

    @Test
    void givesEachReplicaPortsOfItsOwnAndNamesBothToTheOthers() {
        var variables = environment.of(new Instance(Service.GENERATION, 2));

        assertThat(variables)
                .containsEntry("API_PORT", "8184")
                .containsEntry("MANAGEMENT_PORT", "9104")
                .containsEntry("RETRIEVAL_SERVICE_INSTANCES", "localhost:8083,localhost:8183")
                .containsEntry("AUTH_SERVICE_INSTANCES", "localhost:8081,localhost:8181")
                .containsEntry("OPENAI_MODEL", "small");
    }

    @Test
    void givesKeysOfLanguageModelsToTheServiceThatUsesThem() {
        assertThat(environment.of(new Instance(Service.GENERATION, 1)))
                .containsEntry("OPENAI_MODEL", "small")
                .containsEntry("FRONTDESK_ENCRYPTION_KEY", "secret-of-LLM_KEY_ENCRYPTION");
        assertThat(environment.of(new Instance(Service.GATEWAY, 1)))
                .doesNotContainKeys("OPENAI_MODEL", "FRONTDESK_ENCRYPTION_KEY");
    }

    @Test
    void givesAServiceTheRolesOfItsOwnSchemaOnly() {
        var variables = environment.of(new Instance(Service.RETRIEVAL, 1));

        assertThat(variables.get("DATABASE_URL")).startsWith("postgresql://frontdesk_retrieval:");
        assertThat(variables.get("DATABASE_SYSTEM_URL")).startsWith("postgresql://frontdesk_retrieval_system:");
        assertThat(variables.get("DATABASE_MIGRATION_URL")).startsWith("postgresql://frontdesk_retrieval_owner:");
        assertThat(String.join(" ", variables.values())).doesNotContain("admin:top");
    }

    @Test
    void namesReadReplicasToTheServicesThatReadThem() {
        assertThat(environment.of(new Instance(Service.RETRIEVAL, 1)).get("READ_REPLICA_URLS"))
                .startsWith("postgresql://frontdesk_retrieval:")
                .endsWith("@127.0.0.1:5434/frontdesk");
        assertThat(environment.of(new Instance(Service.GENERATION, 1)).get("READ_REPLICA_URLS"))
                .startsWith("postgresql://frontdesk_generation:");
        assertThat(environment.of(new Instance(Service.INGESTION, 1))).doesNotContainKey("READ_REPLICA_URLS");
    }

    @Test
    void givesTheGatewayNoDatabaseAndNobodyButAuthTheSecretsOfAll() {
        var gateway = environment.of(new Instance(Service.GATEWAY, 1));

        assertThat(gateway)
                .doesNotContainKeys("DATABASE_URL", "FRONTDESK_CLIENTS", "FRONTDESK_OPERATOR_KEY", "API_KEYS");
        assertThat(gateway).containsEntry("FRONTDESK_CLIENT_SECRET", "secret-of-API_GATEWAY_CLIENT_SECRET");
    }

    @Test
    void tellsAuthEveryClient() {
        var auth = environment.of(new Instance(Service.AUTH, 1));

        assertThat(auth)
                .extractingByKey("FRONTDESK_CLIENTS", InstanceOfAssertFactories.STRING)
                .contains("ingestion-service:secret-of-INGESTION_CLIENT_SECRET");
        assertThat(auth)
                .containsEntry("FRONTDESK_OPERATOR_KEY", environment.operatorKey())
                .containsEntry("API_KEYS", "fd_mine_secret");
    }

    @Test
    void tellsIngestionWhereTheParserIs() {
        assertThat(environment.of(new Instance(Service.INGESTION, 1)))
                .containsEntry("FRONTDESK_PARSER_HOME", "/checkout/ingestion-service/parser/target/parser");
    }
}
