// Enhancement only: every page is complete without it.
import { createAll } from '../node_modules/govuk-frontend/dist/govuk/init.mjs'
import { Button } from '../node_modules/govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from '../node_modules/govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { ErrorSummary } from '../node_modules/govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { ExitThisPage } from '../node_modules/govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'

// The kit takes the class on body as the sign that its modules may run.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [Button, CharacterCount, ErrorSummary, ExitThisPage]) {
  createAll(component)
}
