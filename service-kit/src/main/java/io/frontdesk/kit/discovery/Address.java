package io.frontdesk.kit.discovery;

/** Where an instance takes connections. It is the same instance as long as this is the same. */
record Address(String host, int port) {}
