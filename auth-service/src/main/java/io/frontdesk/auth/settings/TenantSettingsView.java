package io.frontdesk.auth.settings;

/**
 * The settings as gateways read them.
 *
 * @param settingsVersion of the tenant, under which they were read: they need not be read again while it stays
 */
record TenantSettingsView(long settingsVersion, GatewaySettingsView.Cors cors, GatewaySettingsView.Limits limits) {
    static TenantSettingsView of(VersionedSettings read) {
        GatewaySettingsView view = GatewaySettingsView.of(read.settings());
        return new TenantSettingsView(read.version(), view.cors(), view.limits());
    }
}
