package redress.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JAX-RS application at the root: pages under readable paths, JSON under /api/v1. */
@ApplicationPath("/")
public class Portal extends Application {}
