package io.frontdesk.auth.settings;

/** Settings, and a version of the tenant's settings that is not newer than they are. */
record VersionedSettings(long version, GatewaySettings settings) {}
