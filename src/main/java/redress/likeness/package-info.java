/**
 * Owns what makes complaints resemble one another: signatures of texts and near-duplicates, factors for a link with
 * what each contributes, proposals of unknown officers who may be the same. May touch names. Never reads the database,
 * never links anything, never says how likely guilt is: it orders what a person looks at and says why.
 */
@NullMarked
package redress.likeness;

import org.jspecify.annotations.NullMarked;
