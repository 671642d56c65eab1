'use server'
import { chooseNews } from '@/lib/data/news'
import { newsChoiceSchema } from '@/lib/domain/news/schema'
import { defineAction } from './define'

export const chooseOwnNews = defineAction({
  as: 'person',
  schema: newsChoiceSchema,
  verb: chooseNews,
  said: 'mails.saved',
})
