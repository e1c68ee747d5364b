package io.frontdesk.gateway.admission;

/** What is decided over a caller's request: by its limits, and by how its tenant stands. */
public record Admission(TenantStanding standing, Decision decision) {}
