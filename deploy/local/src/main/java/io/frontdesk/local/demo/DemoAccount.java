package io.frontdesk.local.demo;

import io.frontdesk.local.workspace.EnvironmentFile;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What is remembered of the demo tenant, under names that a shell may use.
 *
 * @param published whether its documents were published and indexed
 */
record DemoAccount(String url, String apiKey, String tenantId, boolean published) {
    private static final String URL = "FRONTDESK_URL";
    private static final String API_KEY = "FRONTDESK_API_KEY";
    private static final String TENANT_ID = "FRONTDESK_TENANT_ID";
    private static final String PUBLISHED = "FRONTDESK_DEMO_PUBLISHED";

    static Optional<DemoAccount> in(EnvironmentFile file) {
        var known = file.read();
        var url = known.get(URL);
        var apiKey = known.get(API_KEY);
        var tenantId = known.get(TENANT_ID);
        return url == null || apiKey == null || tenantId == null
                ? Optional.empty()
                : Optional.of(new DemoAccount(url, apiKey, tenantId, known.containsKey(PUBLISHED)));
    }

    DemoAccount at(String otherUrl) {
        return new DemoAccount(otherUrl, apiKey, tenantId, published);
    }

    DemoAccount afterPublication() {
        return new DemoAccount(url, apiKey, tenantId, true);
    }

    DemoAccount writtenTo(EnvironmentFile file) {
        var variables = new LinkedHashMap<String, String>();
        variables.put(URL, url);
        variables.put(API_KEY, apiKey);
        variables.put(TENANT_ID, tenantId);
        if (published) {
            variables.put(PUBLISHED, "yes");
        }
        file.write(variables);
        return this;
    }
}
