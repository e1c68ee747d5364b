package io.frontdesk.auth.plans;

import io.frontdesk.auth.plans.PlansConfig.Plan;
import io.frontdesk.contracts.InvalidField;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plans of the installation. */
@ApplicationScoped
public class Plans {
    private final Map<String, Plan> byName;

    /**
     * Reads the plans.
     *
     * @throws ConfigurationException where one admits nothing
     */
    Plans(PlansConfig config) {
        this.byName = new TreeMap<>(config.byName());
        byName.forEach(Plans::check);
    }

    /**
     * Reads the field {@code plan} of a request.
     *
     * @throws InvalidField where it names no plan
     */
    public String parse(@Nullable String name) {
        if (name == null || !byName.containsKey(name)) {
            throw new InvalidField("plan", "must be one of " + String.join(", ", byName.keySet()));
        }
        return name;
    }

    /** A plan; none where the installation no longer has it. */
    public Optional<Plan> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static void check(String name, Plan plan) {
        if (plan.perMinute() < 1 || plan.perHour() < 1 || plan.weight() < 1) {
            throw new ConfigurationException("frontdesk.plans." + name + ".* must be positive");
        }
    }
}
