import type { Coat } from '@/lib/domain/animal/coats'
import { drawCat, type CatLook } from './cat'
import { drawRat, type RatLook } from './rat'

type CatCoat = Extract<Coat, `cat_${string}`>
type RatCoat = Extract<Coat, `rat_${string}`>

const cats: Record<CatCoat, CatLook> = {
  cat_tabby_brown: { pattern: 'tabby', base: '#a0764a', mark: '#5c3f26', light: '#e9d6b6', eyes: '#b9b65c' },
  cat_tabby_silver: { pattern: 'tabby', base: '#b4b8b6', mark: '#4f565a', light: '#eceae3', eyes: '#8fae5f' },
  cat_tabby_ginger: { pattern: 'tabby', base: '#cf8a45', mark: '#a9622a', light: '#f3ddb9', eyes: '#9db35a' },
  cat_tabby_white: {
    pattern: 'tabbyBib',
    base: '#8f7a5a',
    mark: '#5d4c35',
    light: '#f3efe6',
    eyes: '#a8b765',
    whisker: '#dcd6c8',
  },
  cat_black: {
    pattern: 'solid',
    base: '#2b2f32',
    mark: '',
    light: '#565d62',
    eyes: '#d8b64c',
    whisker: '#f3efe6',
  },
  cat_tuxedo: {
    pattern: 'tuxedo',
    base: '#2f3336',
    mark: '',
    light: '#f3efe6',
    eyes: '#d8b64c',
    whisker: '#f3efe6',
  },
  cat_blue: {
    pattern: 'solid',
    base: '#76828c',
    mark: '',
    light: '#a3adb4',
    eyes: '#c9c46a',
    whisker: '#a3adb4',
  },
  cat_white: {
    pattern: 'solid',
    base: '#f1ede3',
    mark: '',
    light: '#d9d2c2',
    eyes: '#7fa6bf',
    whisker: '#9a958a',
  },
  cat_cream: { pattern: 'tabby', base: '#e4c795', mark: '#cda767', light: '#f7ead0', eyes: '#c48f3c' },
  cat_chocolate: {
    pattern: 'solid',
    base: '#5f4335',
    mark: '',
    light: '#8a6a58',
    eyes: '#a3b25c',
    whisker: '#e6d8cb',
  },
  cat_tortoiseshell: {
    pattern: 'tortie',
    base: '#3b2f2b',
    mark: '#cc8541',
    light: '#e8c795',
    eyes: '#c9b24c',
    whisker: '#e8c795',
  },
  cat_calico: {
    pattern: 'calico',
    base: '#f3eee3',
    mark: '#c97b3c',
    light: '#3d3633',
    eyes: '#d0a63f',
    whisker: '#a39c8e',
  },
  cat_white_grey: {
    pattern: 'patched',
    base: '#efece4',
    mark: '#8a8f92',
    light: '',
    eyes: '#7fa6bf',
    whisker: '#a9a59b',
  },
  cat_white_ginger: {
    pattern: 'patched',
    base: '#f0e9dc',
    mark: '#c98345',
    light: '',
    eyes: '#9db35a',
    whisker: '#a9a093',
  },
  cat_seal_point: {
    pattern: 'point',
    base: '#e0cda8',
    mark: '#5a4333',
    light: '',
    eyes: '#6f9fc6',
    whisker: '#fff',
  },
  cat_blue_point: {
    pattern: 'point',
    base: '#e6e2d8',
    mark: '#7d8790',
    light: '',
    eyes: '#6f9fc6',
    whisker: '#fff',
  },
}

const rats: Record<RatCoat, RatLook> = {
  rat_agouti: { pattern: 'solid', base: '#8a6b48', light: '#d8c19c', eyes: '#17130f' },
  rat_black: {
    pattern: 'belly',
    base: '#37322f',
    light: '#d9d3c8',
    eyes: '#0f0d0c',
    ear: '#8d6a60',
    whisker: '#e6e0d4',
  },
  rat_blue: { pattern: 'belly', base: '#7a8288', light: '#e2e2de', eyes: '#15181a', ear: '#b38f88' },
  rat_fawn: { pattern: 'belly', base: '#cf9657', light: '#f3e2c3', eyes: '#6d1f22' },
  rat_white: {
    pattern: 'solid',
    base: '#f4f0e8',
    light: '#ded6c8',
    eyes: '#b3414a',
    ear: '#e7b9af',
    whisker: '#a8a196',
  },
  rat_hooded: {
    pattern: 'hooded',
    base: '#3b3532',
    light: '#f2eee5',
    eyes: '#0f0d0c',
    ear: '#8d6a60',
    whisker: '#e6e0d4',
  },
  rat_hooded_fawn: { pattern: 'hooded', base: '#c98f55', light: '#f5efe2', eyes: '#6d1f22' },
  rat_himalayan: {
    pattern: 'point',
    base: '#eee6d6',
    light: '#6b5546',
    eyes: '#8f3038',
    ear: '#9c7a6c',
    whisker: '#a8a196',
  },
}

/** The whole picture of a coat as one SVG document, without the wall behind it. */
export function portraitOf(coat: Coat): string {
  const drawing = coat in cats ? drawCat(cats[coat as CatCoat]) : drawRat(rats[coat as RatCoat])
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120">${drawing}</svg>`
}
