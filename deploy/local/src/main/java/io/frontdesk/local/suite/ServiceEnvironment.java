package io.frontdesk.local.suite;

import io.frontdesk.local.infra.Infrastructure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The environment variables of an instance.
 *
 * @param secrets from the name of a secret to the secret
 * @param settings of the person who starts the suite, such as {@code OPENAI_API_KEY}
 */
record ServiceEnvironment(
        Path root,
        Infrastructure servers,
        Addresses addresses,
        int replicas,
        UnaryOperator<String> secrets,
        Map<String, String> settings) {
    /** Secrets of people, which the other services have no use for. */
    private static final Set<String> OF_AUTH_ALONE =
            Set.of("API_KEYS", "FRONTDESK_OPERATOR_EMAIL", "FRONTDESK_OPERATOR_PASSWORD");

    private static final Set<Service> READS_REPLICAS = Set.of(Service.RETRIEVAL, Service.GENERATION);

    Map<String, String> of(Instance instance) {
        var service = instance.service();
        var variables = new TreeMap<>(settings);
        variables.put("API_PORT", String.valueOf(addresses.port(instance)));
        variables.put("MANAGEMENT_PORT", String.valueOf(addresses.managementPort(instance)));
        variables.put("REDIS_URL", servers.redisUrl());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrapServers());
        variables.put("FRONTDESK_ISSUER", addresses.url(new Instance(Service.AUTH, 1)));
        variables.put("FRONTDESK_CLIENT_ID", service.folder());
        variables.put("FRONTDESK_CLIENT_SECRET", clientSecret(service));
        for (var other : Service.values()) {
            variables.put(variable(other, "SERVICE_INSTANCES"), instances(other, addresses::port));
            variables.put(variable(other, "SERVICE_MANAGEMENT"), instances(other, addresses::managementPort));
        }
        if (service.hasDatabase()) {
            variables.put("DATABASE_URL", servers.database().url(service.shortName()));
            variables.put("DATABASE_SYSTEM_URL", servers.database().systemUrl(service.shortName()));
            variables.put("DATABASE_MIGRATION_URL", servers.database().migrationUrl(service.shortName()));
        }
        if (service != Service.AUTH) {
            variables.keySet().removeAll(OF_AUTH_ALONE);
        } else {
            variables.put("FRONTDESK_CLIENTS", clients());
            variables.put("FRONTDESK_OPERATOR_KEY", operatorKey());
            variables.put("FRONTDESK_KEY_ENCRYPTION_SECRET", secrets.apply("KEY_ENCRYPTION_SECRET"));
        }
        if (READS_REPLICAS.contains(service) && !servers.readReplicas().isEmpty()) {
            variables.put("READ_REPLICA_URLS", readReplicas(service));
        }
        if (service == Service.GENERATION) {
            variables.put("FRONTDESK_ENCRYPTION_KEY", secrets.apply("LLM_KEY_ENCRYPTION"));
        } else {
            variables.keySet().removeIf(ServiceEnvironment::isOfProviders);
        }
        if (service == Service.GATEWAY) {
            RaisedLimits.variables().forEach(variables::putIfAbsent);
        }
        if (service == Service.INGESTION) {
            var parser = root.resolve("ingestion-service/parser/target/parser");
            variables.put("FRONTDESK_PARSER_HOME", parser.toString());
        }
        return variables;
    }

    /** Keys of language models, which one service alone has a use for. */
    private static boolean isOfProviders(String variable) {
        return variable.startsWith("OPENAI_") || variable.startsWith("GEMINI_") || variable.startsWith("ANTHROPIC_");
    }

    /** An API key of the installation's operator, known to the auth-service from its first start. */
    String operatorKey() {
        return "fd_operator_" + secrets.apply("OPERATOR_SECRET");
    }

    private String instances(Service service, ToIntFunction<Instance> port) {
        return IntStream.rangeClosed(1, replicas)
                .mapToObj(number -> "localhost:" + port.applyAsInt(new Instance(service, number)))
                .collect(Collectors.joining(","));
    }

    private String readReplicas(Service service) {
        return servers.readReplicas().stream()
                .map(replica -> replica.url(service.shortName()))
                .collect(Collectors.joining(","));
    }

    private String clients() {
        return Stream.of(Service.values())
                .map(service -> service.folder() + ":" + clientSecret(service))
                .collect(Collectors.joining(","));
    }

    String clientSecret(Service service) {
        return secrets.apply(variable(service, "CLIENT_SECRET"));
    }

    private static String variable(Service service, String ending) {
        return service.shortName().toUpperCase(Locale.ROOT).replace('-', '_') + "_" + ending;
    }
}
