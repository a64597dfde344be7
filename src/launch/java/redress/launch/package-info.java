/**
 * Owns the three servers around the portal on one machine (database, Keycloak, Payara Micro): unpacking, starting,
 * waiting, stopping; the demo and the integration tests start the same classes. May touch no room of the portal. Never
 * ends a process that it did not start, never listens beyond loopback, and is no part of the WAR.
 */
@NullMarked
package redress.launch;

import org.jspecify.annotations.NullMarked;
