import account from './account.json'
import animal from './animal.json'
import data from './data.json'
import errors from './errors.json'
import home from './home.json'
import landing from './landing.json'
import mail from './mail.json'
import mails from './mails.json'
import note from './note.json'
import observation from './observation.json'
import paper from './paper.json'
import photo from './photo.json'
import plan from './plan.json'
import progress from './progress.json'
import protocol from './protocol.json'
import readiness from './readiness.json'
import request from './request.json'
import safety from './safety.json'
import series from './series.json'
import session from './session.json'
import share from './share.json'
import shell from './shell.json'
import signIn from './signIn.json'
import summary from './summary.json'
import sync from './sync.json'
import thread from './thread.json'
import ui from './ui.json'
import urgent from './urgent.json'
import visit from './visit.json'
import waiting from './waiting.json'
import working from './working.json'

/** German, for whoever reads as an owner: the areas that only the practice reads are left out. */
export const messages = {
  account,
  animal,
  data,
  errors,
  home,
  landing,
  mail,
  mails,
  note,
  observation,
  paper,
  photo,
  plan,
  progress,
  protocol,
  readiness,
  request,
  safety,
  series,
  session,
  share,
  shell,
  signIn,
  summary,
  sync,
  thread,
  ui,
  urgent,
  visit,
  waiting,
  working,
}
