package io.frontdesk.ingestion.watch;

import io.frontdesk.ingestion.work.StillProfile;
import java.util.HashMap;
import java.util.Map;

/** A replica that does none of the work that its readers follow, and is soon full. */
public class WatchProfile extends StillProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("frontdesk.watch.readers", "3");
        settings.put("frontdesk.watch.readers-per-tenant", "2");
        settings.put("frontdesk.watch.keep-awake", "200ms");
        settings.put("frontdesk.watch.estimate-every", "100ms");
        return settings;
    }
}
