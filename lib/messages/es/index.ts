import account from './account.json'
import animal from './animal.json'
import calendar from './calendar.json'
import caseload from './caseload.json'
import client from './client.json'
import data from './data.json'
import day from './day.json'
import door from './door.json'
import errors from './errors.json'
import feed from './feed.json'
import home from './home.json'
import journal from './journal.json'
import landing from './landing.json'
import live from './live.json'
import mail from './mail.json'
import mails from './mails.json'
import news from './news.json'
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
import settings from './settings.json'
import share from './share.json'
import shell from './shell.json'
import signIn from './signIn.json'
import summary from './summary.json'
import sync from './sync.json'
import thread from './thread.json'
import today from './today.json'
import travel from './travel.json'
import ui from './ui.json'
import urgent from './urgent.json'
import visit from './visit.json'
import waiting from './waiting.json'
import working from './working.json'

/** Spanish, for whoever reads as an owner: the areas that only the practice reads are left out. */
export const messages = {
  account,
  animal,
  calendar,
  caseload,
  client,
  data,
  day,
  door,
  errors,
  feed,
  home,
  journal,
  landing,
  live,
  mail,
  mails,
  news,
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
  settings,
  share,
  shell,
  signIn,
  summary,
  sync,
  thread,
  today,
  travel,
  ui,
  urgent,
  visit,
  waiting,
  working,
}
