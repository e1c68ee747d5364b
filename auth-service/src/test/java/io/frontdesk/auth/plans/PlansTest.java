package io.frontdesk.auth.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.auth.plans.PlansConfig.Plan;
import io.frontdesk.contracts.InvalidField;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlansTest {
    private final Plans plans = new Plans(() -> Map.of("standard", plan(600), "free", plan(60)));

    @Test
    void areKnownByTheirNames() {
        assertThat(plans.parse("free")).isEqualTo("free");
        assertThat(plans.find("free")).map(Plan::perMinute).contains(60);
        assertThat(plans.find("gone")).isEmpty();
    }

    @Test
    void areListedToWhoeverNamesAnother() {
        assertThatThrownBy(() -> plans.parse("Free"))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("free, standard");
        assertThatThrownBy(() -> plans.parse(null)).isInstanceOf(InvalidField.class);
    }

    @Test
    void admitSomething() {
        assertThatThrownBy(() -> new Plans(() -> Map.of("free", plan(0))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("frontdesk.plans.free");
    }

    private static Plan plan(int perMinute) {
        return new Plan() {
            @Override
            public int perMinute() {
                return perMinute;
            }

            @Override
            public int perHour() {
                return 1000;
            }

            @Override
            public int weight() {
                return 1;
            }
        };
    }
}
