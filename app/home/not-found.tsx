/** Inside the shell, which has the page's main already. */
export { NothingHere as default } from '@/components/shell/nothing-here'
