package io.frontdesk.gateway.admission;

/**
 * What is decided over a caller's request: by its limits, and by how its tenant stands.
 *
 * @param told whether the state Redis said how it stands
 */
public record Admission(TenantStanding standing, Decision decision, boolean told) {}
