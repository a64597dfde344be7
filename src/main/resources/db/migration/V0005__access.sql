-- Who may see what, and who is signed in. Actors are known by the subject of their tokens only.

CREATE TABLE compartment_member (
  actor       VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  compartment VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (actor, compartment)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE recusal (
  actor        VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  complaint_id BIGINT NOT NULL,
  reason       VARCHAR(500) NOT NULL,
  declared_at  DATETIME NOT NULL,
  PRIMARY KEY (actor, complaint_id),
  CONSTRAINT recusal_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- A sign-in that has begun and not come back from Keycloak. Deleted by the first callback, used or not.
CREATE TABLE pending_sign_in (
  state_hash   BINARY(32) NOT NULL PRIMARY KEY, -- SHA-256 of the state
  browser_hash BINARY(32) NOT NULL,             -- SHA-256 of the cookie of the browser that began it
  nonce        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  verifier     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  return_path  VARCHAR(1000) NOT NULL,
  began_at     DATETIME NOT NULL,
  KEY pending_sign_in_age (began_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE desk_session (
  id_hash      BINARY(32) NOT NULL PRIMARY KEY, -- SHA-256 of the cookie; the cookie itself is stored nowhere
  actor        VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  realm_sid    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL, -- Keycloak's session, for back-channel logout
  roles        VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed       VARBINARY(8000) NOT NULL,        -- refresh token and display name under a key that only the cookie gives
  began_at     DATETIME NOT NULL,
  seen_at      DATETIME NOT NULL,
  checked_at   DATETIME NOT NULL,               -- when a check with Keycloak was last begun
  confirmed_at DATETIME NOT NULL,               -- when Keycloak last said yes
  KEY desk_session_actor (actor),
  KEY desk_session_realm (realm_sid),
  KEY desk_session_seen (seen_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Each logout token is taken once.
CREATE TABLE logout_token (
  jti_hash BINARY(32) NOT NULL PRIMARY KEY,
  taken_at DATETIME NOT NULL,
  KEY logout_token_age (taken_at)
) ENGINE=InnoDB;
