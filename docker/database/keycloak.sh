#!/bin/bash
# Run once by the database's image when its folder is empty: a schema and an account for Keycloak. Not executable on
# purpose: then the image reads it in its own shell, which knows docker_process_sql.
docker_process_sql --database=mysql <<SQL
CREATE DATABASE keycloak CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE USER 'keycloak'@'%' IDENTIFIED BY '$(cat /run/secrets/keycloak.database.password)';
GRANT ALL ON keycloak.* TO 'keycloak'@'%';
SQL
