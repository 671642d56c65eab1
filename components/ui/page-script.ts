/**
 * The one script of every page, run before the first paint: the chosen theme (kept in this browser, no cookie),
 * its switch, "print", and dialogs for browsers that do not know the command attribute yet.
 */
export const pageScript = `(()=>{
const r=document.documentElement,k='theme',at=(e,s)=>e.target.closest&&e.target.closest(s)
try{const t=localStorage.getItem(k);if(t==='dark'||t==='light')r.dataset.theme=t}catch{}
addEventListener('click',e=>{
if(at(e,'[data-theme-toggle]')){
const d=(r.dataset.theme||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'))==='dark'?'light':'dark'
r.dataset.theme=d;try{localStorage.setItem(k,d)}catch{}}
if(at(e,'[data-print]'))print()
const b=at(e,'[commandfor]')
if(b&&!('command' in HTMLButtonElement.prototype)){const d=document.getElementById(b.getAttribute('commandfor'))
if(d)b.getAttribute('command')==='close'?d.close():d.open||d.showModal()}
})})()`
